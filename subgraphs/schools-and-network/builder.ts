import SchemaBuilder from '@pothos/core';
import { PLUGINS } from '../../platform/graphql/plugins.ts';
import type { Scalars } from '../../platform/graphql/scalars.ts';
import { addScalars, createConnections } from '../../platform/graphql/shared-types.ts';
import type { Context } from './context.ts';
import { deseOrgCode } from './dese-org-code.ts';
import type PrismaTypes from './generated/pothos.ts';
import { getDatamodel } from './generated/pothos.ts';

export const builder = new SchemaBuilder<{
  Context: Context;
  PrismaTypes: PrismaTypes;
  Scalars: Scalars;
}>({
  plugins: PLUGINS,
  prisma: { client: (context) => context.db, dmmf: getDatamodel() },
});

addScalars(builder, ['Date', 'DateTime', 'Decimal', 'CipCode', 'FiscalYear']);
builder.addScalarType('DeseOrgCode', deseOrgCode);

export const connectionOf = createConnections(builder);

builder.queryType({ description: 'What you can ask of the graph.', classified: 'PUBLIC' });
builder.mutationType({ description: 'What you can change in the graph.', classified: 'PUBLIC' });
