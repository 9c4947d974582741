import SchemaBuilder, {
  BasePlugin,
  type PothosOutputFieldConfig,
  type PothosTypeConfig,
  type RootName,
  type SchemaTypes,
} from '@pothos/core';
import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import type { DataClass } from '../vocabulary.ts';
import { withClassification } from './classification.ts';
import { type ClassifiedContext, type RowException, requireReadable } from './require-readable.ts';

type Classified = { readonly classified?: DataClass };
type Excepted = { readonly readableWhere?: RowException };
type Recorded = { readonly record?: string };
type AppliedDirective = { name: string; args: object };

declare global {
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      classified: ClassifiedPlugin<Types>;
    }
    interface ObjectTypeOptions<Types extends SchemaTypes, Shape> {
      /** The class of the type's fields; a field may raise it. */
      classified: DataClass;
      /** The selection that leads from the type to the student whose record it is part of. */
      record?: string;
    }
    interface RootTypeOptions<Types extends SchemaTypes, Type extends RootName> {
      /** The class of a root field; what it leads to carries classes of its own. */
      classified: DataClass;
    }
    interface FieldOptions {
      /** The field's own class, where it is not its type's. */
      classified?: DataClass;
      /** The rows of which one more role may read the field although not its class; of all others it is refused. */
      readableWhere?: RowException;
    }
  }
}

const pluginName = 'classified';

const withDirectives = (existing: unknown, added: readonly AppliedDirective[]) => [
  ...(Array.isArray(existing) ? existing : []),
  ...added,
];

/**
 * Prints `@classified` and `@record` into the SDL, and refuses a field whose class the actor's role
 * may not read: the check sits in every field's resolver, so no path into a type goes around it.
 */
export class ClassifiedPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onTypeConfig(config: PothosTypeConfig) {
    if (config.kind === 'Enum' || config.kind === 'Scalar' || config.kind === 'InputObject')
      return config;
    const { classified, record } = config.pothosOptions as Classified & Recorded;
    const added: AppliedDirective[] = [];
    if (classified) added.push({ name: 'classified', args: { as: classified } });
    if (record) added.push({ name: 'record', args: { subject: record } });
    const directives = withDirectives(config.extensions?.directives, added);
    return { ...config, extensions: { ...config.extensions, directives } };
  }

  override onOutputFieldConfig(config: PothosOutputFieldConfig<Types>) {
    const { classified } = config.pothosOptions as Classified;
    if (!classified) return config;
    const directives = withDirectives(config.extensions?.directives, [
      { name: 'classified', args: { as: classified } },
    ]);
    return { ...config, extensions: { ...config.extensions, directives } };
  }

  override afterBuild(schema: GraphQLSchema): GraphQLSchema {
    return withClassification(schema);
  }

  override wrapResolve(
    resolve: GraphQLFieldResolver<unknown, Types['Context'], object>,
    config: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    const own = (config.pothosOptions as Classified).classified;
    const type = this.buildCache.getTypeConfig(config.parentType).pothosOptions as Classified;
    const dataClass = own ?? type.classified;
    if (!dataClass)
      throw new Error(
        `"${config.parentType}.${config.name}" has no class of data. Add "classified".`,
      );
    if (dataClass === 'PUBLIC' || config.parentType === 'Mutation') return resolve;
    const field = `${config.parentType}.${config.name}`;
    const { readableWhere } = config.pothosOptions as Excepted;
    return (parent, args, context, info) => {
      requireReadable(context as ClassifiedContext, dataClass, field, readableWhere, parent);
      return resolve(parent, args, context, info);
    };
  }
}

SchemaBuilder.registerPlugin(pluginName, ClassifiedPlugin);
