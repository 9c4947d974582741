import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ERROR_CODES } from '../../platform/errors.ts';

it('docs/operations.md has every code of an error, with what it means', () => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/operations.md'), 'utf8');
  const rows = [...text.matchAll(/^\| `([A-Z_]+)` \| (.+) \|$/gm)].map(
    ([, code, meaning]) => [code, meaning] as const,
  );
  const codes = rows.filter(([code]) => !code?.startsWith('LIMIT_'));
  expect(Object.fromEntries(codes)).toEqual(ERROR_CODES);
});
