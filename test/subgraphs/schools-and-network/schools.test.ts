import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Network, startNetwork } from './support/network.ts';

const SCHOOL = '99010505';

let network: Network;

beforeAll(async () => {
  network = await startNetwork();
  const { make } = network;
  await make.board('METRO_NORTH');
  await make.district();
  await make.school(SCHOOL, {
    name: 'Cranberry Bog High School',
    nces_id: '250000100001',
    lat: 42.39,
    lon: -71.1,
  });
  await make.school('99010510');
  await make.enrollment(SCHOOL, '2025-2026', 10, 91);
  await make.enrollment(SCHOOL, '2025-2026', 9, 88);
  await make.enrollment(SCHOOL, '2024-2025', 9, 90);
  const coordinator = await make.staff({
    school_code: SCHOOL,
    coordinator: true,
    title: 'Coordinator',
  });
  await make.staff({ school_code: SCHOOL, title: 'Teacher' });
  await make.membership(SCHOOL, {
    joined_by_id: coordinator,
    database_registration_sent_at: '2024-09-03T14:00:00Z',
  });
  const credential = await make.credential('Certified Nursing Assistant');
  await make.pathway(SCHOOL, { cip_code: '51.3801' }, [credential]);
});

afterAll(() => network.stop());

describe('a school', () => {
  it('answers all that it is, with its board, district, staff and programs, in one statement', async () => {
    const query = `query ($code: DeseOrgCode!) { school(deseCode: $code) {
      deseCode ncesId name schoolType grades town tier location { lat lon }
      district { deseCode name schools { deseCode } } board { code }
      enrollment(schoolYear: "2025-2026") { schoolYear grade count }
      membership { joinedOn emailListOptIn databaseRegistrationSentAt mapListedAt joinedBy { title } }
      coordinators { title }
      pathways { type title cipCode icpSector wblIntegrated school { deseCode }
        industryRecognizedCredentials { title ctdlId } }
      partnership { id }
    } }`;
    const ask = () => network.ask(query, { code: SCHOOL });
    expect(await ask()).toEqual({
      data: {
        school: {
          deseCode: SCHOOL,
          ncesId: '250000100001',
          name: 'Cranberry Bog High School',
          schoolType: 'PUBLIC_SECONDARY',
          grades: [9, 10, 11, 12],
          town: 'Somerville',
          tier: 'MEMBER',
          location: { lat: 42.39, lon: -71.1 },
          district: {
            deseCode: '99010000',
            name: 'Cranberry Bog',
            schools: [{ deseCode: SCHOOL }, { deseCode: '99010510' }],
          },
          board: { code: 'METRO_NORTH' },
          enrollment: [
            { schoolYear: '2025-2026', grade: 9, count: 88 },
            { schoolYear: '2025-2026', grade: 10, count: 91 },
          ],
          membership: {
            joinedOn: '2024-09-03',
            emailListOptIn: true,
            databaseRegistrationSentAt: '2024-09-03T14:00:00.000Z',
            mapListedAt: null,
            joinedBy: { title: 'Coordinator' },
          },
          coordinators: [{ title: 'Coordinator' }],
          pathways: [
            {
              type: 'CHAPTER_74',
              title: 'Health Assisting',
              cipCode: '51.3801',
              icpSector: null,
              wblIntegrated: true,
              school: { deseCode: SCHOOL },
              industryRecognizedCredentials: [
                { title: 'Certified Nursing Assistant', ctdlId: 'ce-1' },
              ],
            },
          ],
          partnership: null,
        },
      },
    });
    expect(await network.cost(ask)).toBe(1);
  });

  it('has its enrollment of every year where no year is asked', async () => {
    const query = `{ school(deseCode: "${SCHOOL}") { enrollment { schoolYear grade } } }`;
    expect(await network.ask(query)).toEqual({
      data: {
        school: {
          enrollment: [
            { schoolYear: '2024-2025', grade: 9 },
            { schoolYear: '2025-2026', grade: 9 },
            { schoolYear: '2025-2026', grade: 10 },
          ],
        },
      },
    });
  });

  it('may be asked for two years at once', async () => {
    const query = `{ school(deseCode: "${SCHOOL}") {
      before: enrollment(schoolYear: "2024-2025") { count }
      after: enrollment(schoolYear: "2025-2026") { count }
    } }`;
    expect(await network.ask(query)).toEqual({
      data: { school: { before: [{ count: 90 }], after: [{ count: 88 }, { count: 91 }] } },
    });
  });

  it('without a place, a membership or programs has none', async () => {
    const query =
      '{ school(deseCode: "99010510") { location { lat } membership { id } pathways { id } } }';
    expect(await network.ask(query)).toEqual({
      data: { school: { location: null, membership: null, pathways: [] } },
    });
  });

  it('that does not exist is null', async () => {
    expect(await network.ask('{ school(deseCode: "12345678") { name } }')).toEqual({
      data: { school: null },
    });
  });

  it.each(['1234567', '123456789', '9901050x', ''])(
    'by the code "%s" is refused before the database is asked',
    async (code) => {
      const query = 'query ($code: DeseOrgCode!) { school(deseCode: $code) { name } }';
      const ask = () => network.ask(query, { code });
      const { errors } = await ask();
      expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
      expect(await network.cost(ask)).toBe(0);
    },
  );
});
