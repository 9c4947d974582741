import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Network, startNetwork } from './support/network.ts';

const SCHOOL = '99010505';

let network: Network;

beforeAll(async () => {
  network = await startNetwork();
});
beforeEach(async () => {
  await network.database.pool.query(
    'truncate change, workforce_board, district, school, industry_credential cascade',
  );
  await network.make.board('METRO_NORTH');
  await network.make.district();
  await network.make.school(SCHOOL, { name: 'Cranberry Bog High School' });
});
afterAll(() => network.stop());

const sql = async (text: string) => (await network.database.pool.query(text)).rows;
const fact = async (topic: string, key: string) => {
  const text = 'select body from change where topic = $1 and key = $2';
  return (await network.database.pool.query(text, [topic, key])).rows[0]?.body;
};
const SCHOOL_FACT = {
  deseCode: SCHOOL,
  districtCode: '99010000',
  name: 'Cranberry Bog High School',
  town: 'Somerville',
  boardCode: 'METRO_NORTH',
  grades: [9, 10, 11, 12],
  highSchool: true,
  tier: 'NOT_IN_NETWORK',
  closed: false,
  member: false,
  activeFiscalYears: [],
  partnerFiscalYears: [],
};

describe('other subgraphs are told', () => {
  it('of a board and a school', async () => {
    expect(await fact('board', 'METRO_NORTH')).toEqual({
      code: 'METRO_NORTH',
      name: 'MassHire METRO_NORTH Workforce Board',
    });
    expect(await fact('school', SCHOOL)).toEqual(SCHOOL_FACT);
  });

  it('of a school that joins, is a partner, and is one no more', async () => {
    await network.make.membership(SCHOOL);
    const member = { ...SCHOOL_FACT, tier: 'MEMBER', member: true };
    expect(await fact('school', SCHOOL)).toEqual(member);
    const id = await network.make.agreement([SCHOOL], { fiscal_year: 2026 });
    expect(await fact('school', SCHOOL)).toEqual({
      ...member,
      tier: 'PARTNER',
      activeFiscalYears: [2026],
      partnerFiscalYears: [2026],
    });
    await sql(`update partnership_agreement set status = 'TERMINATED' where id = '${id}'`);
    expect(await fact('school', SCHOOL)).toEqual({ ...member, partnerFiscalYears: [2026] });
  });

  it('of a school that closes, and of another board and name', async () => {
    await network.make.board('BOSTON');
    await sql(`update school set closed_on = '2026-07-01', board_code = 'BOSTON', name = 'Old'`);
    expect(await fact('school', SCHOOL)).toEqual({
      ...SCHOOL_FACT,
      name: 'Old',
      boardCode: 'BOSTON',
      closed: true,
    });
  });

  it('of a program with its credentials, and that it is gone', async () => {
    const credential = await network.make.credential('First Aid');
    const id = await network.make.pathway(SCHOOL, { cip_code: '51.3801' }, [credential]);
    expect(await fact('program', id)).toEqual({
      id,
      schoolCode: SCHOOL,
      type: 'CHAPTER_74',
      title: 'Health Assisting',
      cipCode: '51.3801',
      icpSector: null,
      credentialIds: [credential],
    });
    await sql('delete from program_credential; delete from pathway_program');
    expect(await fact('program', id)).toBeNull();
  });

  it('nothing new where nothing that they know has changed', async () => {
    const positions = () => sql('select topic, key, position from change order by 1, 2');
    const before = await positions();
    await sql(`update school set lat = 42, lon = -71, nces_id = '1'`);
    await sql('select republish_all()');
    expect(await positions()).toEqual(before);
  });

  it('the same after a load without triggers', async () => {
    await network.make.membership(SCHOOL);
    await network.make.agreement([SCHOOL]);
    await network.make.pathway(SCHOOL);
    const facts = () => sql('select topic, key, body from change order by 1, 2');
    const told = await facts();
    await sql(`truncate change; alter table school disable trigger user;
      update school set member = false, partner_years = '{}'; alter table school enable trigger user`);
    await sql('select republish_all()');
    expect(await facts()).toEqual(told);
  });
});
