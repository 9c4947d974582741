import { expect, it } from 'vitest';
import { DEMO_DISTRICT, PERSONAS } from '../../gateway/dev-issuer/personas.ts';
import { factsOfTheDemo } from './facts-of-the-demo.ts';

const NEWEST = `
  select a.legal_basis, a.status, o.name, a.district_code, a.purposes::text[] as purposes,
         a.effective_to < $1::date as over, a.effective_from > $1::date as ahead
    from data_sharing_agreement a join partner_organization o on o.id = a.organization_id where a.newest`;

factsOfTheDemo(({ schools }) => {
  it('has partner organizations of every kind', async () => {
    expect(await schools('select distinct kind from partner_organization')).toHaveLength(5);
  });

  it('has an agreement in force on every legal basis but that of the suspended study', async () => {
    const inForce = await schools(
      `${NEWEST} and a.status = 'ACTIVE' and a.effective_to >= $1::date`,
    );
    expect(new Set(inForce.map((row) => row.legal_basis))).toEqual(
      new Set(['CONSENT', 'SCHOOL_OFFICIAL', 'AUDIT_EVALUATION', 'DIRECTORY']),
    );
    expect(inForce.filter((row) => row.ahead)).toEqual([]);
    expect(await schools(`${NEWEST} and a.status = 'SUSPENDED'`)).toMatchObject([
      { legal_basis: 'STUDIES', over: false },
    ]);
  });

  it('has one agreement in force for the purpose of its partner, with the demo district', async () => {
    const { organization, purpose } = PERSONAS.partner;
    const rows = await schools(`${NEWEST} and a.status = 'ACTIVE' and a.effective_to >= $1::date
      and o.name = '${organization}' and '${purpose}' = any(a.purposes)`);
    expect(rows).toMatchObject([{ district_code: DEMO_DISTRICT, legal_basis: 'SCHOOL_OFFICIAL' }]);
  });

  it('has one agreement that ran out, one that ended and one that is not complete yet', async () => {
    expect(
      await schools(`${NEWEST} and a.status = 'ACTIVE' and a.effective_to < $1::date`),
    ).toHaveLength(1);
    expect(await schools(`${NEWEST} and a.status = 'TERMINATED'`)).toHaveLength(1);
    expect(await schools(`${NEWEST} and a.status = 'DRAFT'`)).toHaveLength(1);
  });

  it('marks the last version of each agreement as its newest', async () => {
    const wrong = await schools(`
      select id from data_sharing_agreement group by id
      having count(*) <> max(version) or count(*) filter (where newest) <> 1
          or max(version) filter (where newest) <> max(version)`);
    expect(wrong).toEqual([]);
  });

  it('has a school that left the network and closed, and Career Specialists at others', async () => {
    expect(
      await schools(`select s.closed_on is not null as closed, s.member
        from network_membership m join school s on s.dese_code = m.school_code
       where m.left_on is not null`),
    ).toEqual([{ closed: true, member: false }]);
    expect(await schools('select contact_id from specialist_assignment')).not.toEqual([]);
  });
});
