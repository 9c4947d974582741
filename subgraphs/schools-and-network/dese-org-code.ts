import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { SCALARS } from '../../platform/graphql/scalars.ts';
import { wrongOrgCode } from './domain/org-code.ts';

function readOrgCode(value: unknown): string {
  const why = wrongOrgCode(String(value));
  if (typeof value === 'string' && why === null) return value;
  const message = `DeseOrgCode cannot be ${JSON.stringify(value)}. ${why ?? 'It is a string.'}`;
  throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** The graph's `DeseOrgCode`, which here tells whoever lost the leading zeros so. */
export const deseOrgCode = new GraphQLScalarType<string, string>({
  ...SCALARS.DeseOrgCode.toConfig(),
  parseValue: readOrgCode,
  parseLiteral: (node) => readOrgCode(node.kind === Kind.STRING ? node.value : undefined),
});
