/** The part of Prisma's datamodel that reading needs, as `prisma-pothos-types` generates it. */
type DatamodelField = {
  readonly name: string;
  readonly type: string;
  readonly kind: string;
  readonly isList: boolean;
  readonly isId: boolean;
  readonly relationName?: string | undefined;
  readonly relationFromFields?: readonly string[] | undefined;
};
type Datamodel = {
  readonly datamodel: {
    readonly models: Readonly<
      Record<
        string,
        {
          readonly fields: readonly DatamodelField[];
          readonly primaryKey: { readonly fields: readonly string[] } | null;
        }
      >
    >;
  };
};

/** A relation by the columns that meet: `own` on this row, `other` on the rows it leads to. */
export type Relation = {
  readonly model: string;
  readonly isList: boolean;
  readonly own: string;
  readonly other: string;
};

/** A table as reading sees it: which fields are columns, which are moments, where relations lead. */
export type Model = {
  readonly table: string;
  readonly columns: readonly string[];
  readonly dates: readonly string[];
  readonly relations: ReadonlyMap<string, Relation>;
};

const snakeCased = new Map<string, string>();

/** Every name in our databases is its Prisma name in snake case; `test/schema` holds it so. */
export function snakeCase(name: string): string {
  const known = snakeCased.get(name);
  if (known) return known;
  const snake = name.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
  snakeCased.set(name, snake);
  return snake;
}

/** Turns Prisma's datamodel into what the compiler asks for. Foreign keys have one column each. */
export function readModels({ datamodel }: Datamodel): ReadonlyMap<string, Model> {
  const idOf = (model: string) =>
    datamodel.models[model]?.fields.find((field) => field.isId)?.name ?? 'id';
  const relationOf = (model: string, field: DatamodelField): Relation => {
    const { type, isList, relationFromFields, relationName } = field;
    const [own] = relationFromFields ?? [];
    if (own) return { model: type, isList, own, other: idOf(type) };
    const back = datamodel.models[type]?.fields.find(
      (other) => other.relationName === relationName && other.relationFromFields?.length,
    );
    const [other] = back?.relationFromFields ?? [];
    if (!other) throw new Error(`The relation "${model}.${field.name}" leads nowhere.`);
    return { model: type, isList, own: idOf(model), other };
  };

  return new Map(
    Object.entries(datamodel.models).map(([name, { fields }]) => {
      const scalars = fields.filter((field) => field.kind !== 'object');
      return [
        name,
        {
          table: snakeCase(name),
          columns: scalars.map((field) => field.name),
          dates: scalars.filter((field) => field.type === 'DateTime').map((field) => field.name),
          relations: new Map(
            fields
              .filter((field) => field.kind === 'object')
              .map((field) => [field.name, relationOf(name, field)]),
          ),
        },
      ];
    }),
  );
}
