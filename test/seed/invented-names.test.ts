import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { readEnv } from '../../platform/env.ts';
import { MIN_STUDENTS } from '../../scripts/seed/scale.ts';
import { demoToRead } from '../support/demo-databases.ts';
import { ask } from './ask.ts';
import { SLOW, values } from './facts-of-the-demo.ts';

const { REAL_DATA = '' } = readEnv({ REAL_DATA: z.string().optional() });
const read = (file: string) => readFileSync(join(REAL_DATA, file), 'utf8');

it.skipIf(!REAL_DATA || !existsSync(join(REAL_DATA, 'ma_high_schools.csv')))(
  'invented names are no real school’s (needs REAL_DATA)',
  async () => {
    const { schools } = await demoToRead({ students: MIN_STUDENTS, seed: 1, asOf: '2026-10-15' });
    const real = read('ma_high_schools.csv') + read('ma_middle_grade_schools.csv');
    const names = values(await ask(schools, 'select name from school'), 'name').map(String);
    expect(names.filter((name) => real.includes(`,${name},`))).toEqual([]);
  },
  SLOW,
);
