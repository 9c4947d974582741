const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const DESE_CODE = /^[0-9]{8}$/;

export const UUID_SHAPE = UUID;
export const DESE_CODE_SHAPE = DESE_CODE;

/** Keys that can exist at all. Others would be refused by PostgreSQL instead of being not found. */
export const onlyUuids = (keys: readonly string[]): string[] =>
  keys.filter((key) => UUID.test(key));
export const isUuid = (key: string): boolean => UUID.test(key);
/** A day as `YYYY-MM-DD`, of a month and a year that PostgreSQL knows. */
export const DAY_SHAPE = /^[1-9]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
