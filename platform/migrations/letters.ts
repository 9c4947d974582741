import { ColumnTypeEnum, type SqlQuery, type SqlResultSet } from '@prisma/driver-adapter-utils';

/**
 * PostgreSQL's catalog keeps what a foreign key does, and what kind a constraint is, in a type of one
 * letter. The engine asks for it, and the adapter cannot read it: ask as text, answer as a letter.
 */
const LETTER_EXPRESSIONS = /\b(?:con\.conf(?:del|upd)type(?=,)|constr\.contype(?= AS))/g;
const LETTER_COLUMNS = new Set(['confdeltype', 'confupdtype', 'constraint_type']);

export const castLetters = (query: SqlQuery): SqlQuery => ({
  ...query,
  sql: query.sql.replaceAll(LETTER_EXPRESSIONS, '$&::text'),
});

export const asLetters = (result: SqlResultSet): SqlResultSet => ({
  ...result,
  columnTypes: result.columnTypes.map((type, index) =>
    LETTER_COLUMNS.has(result.columnNames[index] ?? '') ? ColumnTypeEnum.Character : type,
  ),
});
