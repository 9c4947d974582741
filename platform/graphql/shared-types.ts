import type { EnumRef, ObjectRef, SchemaTypes } from '@pothos/core';
import type { Connection } from './connection.ts';
import { SCALARS, type Scalars } from './scalars.ts';

type Builder<Types extends SchemaTypes> = PothosSchemaTypes.SchemaBuilder<Types>;
type SharedTypes = PothosSchemaTypes.ExtendDefaultTypes<{ Scalars: Scalars }>;
type DataClassOfList = NonNullable<
  PothosSchemaTypes.ObjectTypeOptions<SharedTypes, object>['classified']
>;

/**
 * The four builders differ in their contexts and rows, and TypeScript cannot see through that in a
 * generic function. What is built here uses neither, so one view of a builder serves all four.
 */
const sharedView = (builder: object) => builder as Builder<SharedTypes>;

/** Gives a builder the scalars that its subgraph uses. */
export function addScalars(builder: object, names: readonly (keyof typeof SCALARS)[]): void {
  for (const name of names) sharedView(builder).addScalarType(name, SCALARS[name]);
}

/** An enumeration whose every value is described. */
export function describedEnum<Types extends SchemaTypes, Value extends string>(
  builder: Builder<Types>,
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
): EnumRef<Types, Value> {
  const described = Object.entries<string>(values).map(([value, text]) => [
    value,
    { description: text },
  ]);
  return sharedView(builder).enumType(name, {
    description,
    values: Object.fromEntries(described),
  }) as object as EnumRef<Types, Value>;
}

function definePageInfo(builder: Builder<SharedTypes>) {
  return builder.objectRef<Connection<unknown>>('PageInfo').implement({
    description: 'Where a page stands in its list.',
    classified: 'PUBLIC',
    shareable: true,
    fields: (t) => ({
      hasNextPage: t.exposeBoolean('hasNextPage', {
        nullable: false,
        description: 'Whether there is a page after this one.',
      }),
      endCursor: t.exposeString('endCursor', {
        nullable: true,
        description: 'Send it as `after` to read the next page. Null on an empty page.',
      }),
    }),
  });
}

/** `…Connection` types for one builder: `nodes`, `pageInfo` and a `totalCount` that counts on demand. */
export function createConnections<Types extends SchemaTypes>(of: Builder<Types>) {
  const builder = sharedView(of);
  const PageInfo = definePageInfo(builder);
  return <Node>(
    node: ObjectRef<Types, Node>,
    name: string,
    classified: DataClassOfList,
  ): ObjectRef<Types, Connection<Node>> => {
    const nodeRef = node as object as ObjectRef<SharedTypes, Node>;
    const ref = builder.objectRef<Connection<Node>>(name).implement({
      description: `A page of a list of ${node.name}.`,
      classified,
      fields: (t) => ({
        nodes: t.field({
          type: [nodeRef],
          nullable: { list: classified !== 'PUBLIC', items: false },
          description: 'The page, in the order of the list; at most `first`.',
          resolve: (page) => [...page.nodes],
        }),
        pageInfo: t.field({
          type: PageInfo,
          nullable: false,
          classified: 'PUBLIC',
          description: 'Whether and from where to read on.',
          resolve: (page) => page,
        }),
        totalCount: t.int({
          nullable: classified !== 'PUBLIC',
          description:
            'How many there are on all pages. Costs a count: ask it only where you show it.',
          resolve: (page) => page.totalCount(),
        }),
      }),
    });
    return ref as object as ObjectRef<Types, Connection<Node>>;
  };
}

/** A point on the map. */
export type GeoPointShape = { readonly lat: number; readonly lon: number };

export function defineGeoPoint<Types extends SchemaTypes>(
  builder: Builder<Types>,
): ObjectRef<Types, GeoPointShape> {
  const ref = sharedView(builder)
    .objectRef<GeoPointShape>('GeoPoint')
    .implement({
      description: 'A point on the map, WGS 84.',
      classified: 'PUBLIC',
      shareable: true,
      fields: (t) => ({
        lat: t.exposeFloat('lat', { nullable: false, description: 'Degrees north.' }),
        lon: t.exposeFloat('lon', { nullable: false, description: 'Degrees east: negative here.' }),
      }),
    });
  return ref as object as ObjectRef<Types, GeoPointShape>;
}
