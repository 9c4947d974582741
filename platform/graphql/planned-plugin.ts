import SchemaBuilder, {
  BasePlugin,
  type PothosOutputFieldConfig,
  type SchemaTypes,
} from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';
import { PLANNED_SELECT, placed, relationsOf, responseKeyOf } from './planned-select.ts';

declare global {
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      planned: PlannedPlugin<Types>;
    }
  }
}

const pluginName = 'planned';
type Row = Readonly<Record<string, unknown>>;

/** The row as the field's resolver knows it: what was read for this place, under the relation's own name. */
function viewOf(row: Row, names: readonly string[], key: string): Row {
  const view: Record<string, unknown> = Object.create(row);
  for (const name of names) view[name] = row[placed(name, key)];
  return view;
}

/**
 * Takes relations from the row that `planRead` had read whole, where the Prisma plugin would ask, per
 * row and silently, for what it believes is missing. A relation that was not read is an error of ours.
 * Stands before the Prisma plugin in the list, so that it sees what that plugin made of a field.
 */
export class PlannedPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(config: PothosOutputFieldConfig<Types>) {
    const { pothosPrismaSelect: select, ...extensions } = config.extensions ?? {};
    if (!select || config.kind !== 'PrismaObject') return config;
    return { ...config, extensions: { ...extensions, [PLANNED_SELECT]: select } };
  }

  override wrapResolve(
    resolve: GraphQLFieldResolver<unknown, Types['Context'], object>,
    config: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    if (!config.extensions?.[PLANNED_SELECT]) return resolve;
    return (parent, args, context, info) => {
      const [node] = info.fieldNodes;
      const names = relationsOf(node);
      const key = node ? responseKeyOf(node) : info.fieldName;
      const row = parent as Row;
      if (names.length === 0 || names.some((name) => row[placed(name, key)] === undefined))
        throw new Error(`"${config.parentType}.${config.name}" was not read with its row.`);
      return resolve(viewOf(row, names, key), args, context, info);
    };
  }
}

SchemaBuilder.registerPlugin(pluginName, PlannedPlugin);
