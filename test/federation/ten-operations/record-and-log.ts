import { expect, it } from 'vitest';
import { DEMO_STUDENT } from '../../../gateway/dev-issuer/personas.ts';
import { asked, type GraphNow, rowOf, rowsOf } from './asked.ts';

const RECORD = `
  select s.grade, s.school_code as "deseCode", s.board_code::text as board, w.concentrator, w.program_id::text as program
    from student s left join pathway_enrollment w on w.student_id = s.id where s.id = $1`;
const PROGRAM = `
  select p.type::text, p.title, p.cip_code as "cipCode",
         (select count(*)::int from program_credential c where c.program_id = p.id) as credentials
    from pathway_program p where p.id = $1`;
const PLACEMENTS = `
  select p.status::text, p.wbl_type::text as "wblType",
         (select count(*)::int from placement_event e where e.placement_id = p.id) as moves,
         (select count(*)::int from wbl_plan w join wbl_review r on r.plan_id = w.id
            join skill_score k on k.review_id = r.id where w.placement_id = p.id) as ratings,
         p.status in ('COMPLETED', 'ENDED_EARLY') and case
           when p.wbl_type in ('INTERNSHIP', 'CLINICAL_PRACTICUM', 'CAPSTONE') then p.logged_minutes >= 6000
           else p.status = 'COMPLETED' and p.wbl_type not in ('PART_TIME_EMPLOYMENT', 'ENTREPRENEURIAL_ENTERPRISE')
         end as counts
    from placement p where p.student_id = $1 order by p.start_date desc, p.id`;
const LOG = `
  select person, organization, purpose::text, agreement::text, outcome::text, parts from access_log_entry
   where student_id = $1 order by at, id`;

type Own = Readonly<Record<'deseCode' | 'board' | 'program', string>> & {
  readonly grade: number;
  readonly concentrator: boolean;
};
type Program = Readonly<Record<'type' | 'title' | 'cipCode', string>> & {
  readonly credentials: number;
};
type Placement = Readonly<Record<'status' | 'wblType', string>> & {
  readonly moves: number;
  readonly ratings: number;
  readonly counts: boolean;
};
type Node = {
  readonly history: readonly object[];
  readonly wblPlan: {
    readonly reviews: readonly { readonly ratings: readonly object[] }[];
  } | null;
};
type Found = {
  readonly student: {
    readonly pathway: {
      readonly program: { readonly industryRecognizedCredentials: readonly object[] };
    };
    readonly placements: { readonly nodes: readonly Node[] };
    readonly accessLog: { readonly nodes: readonly object[] };
  };
};

export function recordAndLog(graph: GraphNow): void {
  // Whoever else reads the log is written into it.
  it.each([
    ['family', 7],
    ['student', 5],
  ] as const)(
    '"RecordAndLog" tells the %s one record end to end, and who looked at it',
    async (as, statements) => {
      const { data, errors } = await asked<Found>(graph(), 'record-and-log', {
        as,
        variables: { id: DEMO_STUDENT },
        fetched: ['students-and-mycap', 'schools-and-network', 'schools-and-network', 'placements'],
        statements,
        isRecorded: true,
      });
      expect(errors).toBeUndefined();
      const own = await rowOf<Own>(graph(), 'students-and-mycap', RECORD, [DEMO_STUDENT]);
      const program = await rowOf<Program>(graph(), 'schools-and-network', PROGRAM, [own.program]);
      const { type, title, cipCode, credentials } = program;
      const { grade, concentrator, deseCode, board } = own;
      expect(data.student).toMatchObject({
        ...{ id: DEMO_STUDENT, grade },
        school: { deseCode, board: { code: board }, tier: expect.any(String) },
        pathway: { concentrator, program: { type, title, cipCode } },
      });
      expect(data.student.pathway.program.industryRecognizedCredentials).toHaveLength(credentials);

      const placed = await rowsOf<Placement>(graph(), 'placements', PLACEMENTS, [DEMO_STUDENT]);
      const { nodes } = data.student.placements;
      expect(nodes).toMatchObject(
        placed.map(({ status, wblType, counts }) => ({
          ...{ status, wblType, countsForPerkins5S3: counts },
        })),
      );
      const told = nodes.map(({ history, wblPlan }) => ({
        moves: history.length,
        ratings: (wblPlan?.reviews ?? []).reduce((sum, { ratings }) => sum + ratings.length, 0),
      }));
      expect(told).toEqual(placed.map(({ moves, ratings }) => ({ moves, ratings })));

      const log = await rowsOf(graph(), 'students-and-mycap', LOG, [DEMO_STUDENT]);
      expect(log.length).toBeGreaterThan(2);
      expect(data.student.accessLog.nodes).toMatchObject(
        log.slice(0, data.student.accessLog.nodes.length),
      );
    },
  );
}
