import { expect, it } from 'vitest';
import { credentialFit } from '../../../subgraphs/students-and-mycap/domain/credential.ts';

const PROGRAM = { title: 'Carpentry', since: '2025-09-03', credentialIds: ['osha-10'] };
const TODAY = '2026-10-05';

it.each([
  { what: 'of no program', program: null, id: 'osha-10', on: TODAY, status: 'no-pathway' },
  {
    what: 'of another program',
    program: PROGRAM,
    id: 'cna',
    on: TODAY,
    status: 'not-of-the-program',
  },
  {
    what: 'before the program',
    program: PROGRAM,
    id: 'osha-10',
    on: '2025-09-02',
    status: 'before-the-program',
  },
  { what: 'on the first day', program: PROGRAM, id: 'osha-10', on: '2025-09-03', status: 'fits' },
  { what: 'today', program: PROGRAM, id: 'osha-10', on: TODAY, status: 'fits' },
  { what: 'tomorrow', program: PROGRAM, id: 'osha-10', on: '2026-10-06', status: 'in-the-future' },
])('a credential earned $what: $status', ({ program, id, on, status }) => {
  const earned = { credentialId: id, earnedOn: on };
  expect(credentialFit(program, earned, TODAY)).toMatchObject({ status });
});
