import { dayInMassachusetts } from '../../platform/massachusetts-time.ts';
import type { ApprovalSide } from './domain/approvals.ts';
import type { PlacementFacts } from './domain/compliance/placement-facts.ts';
import { type Consent, consentState } from './domain/consent.ts';
import type { Enrollment } from './domain/enrollment.ts';
import type { SiteSupervisor } from './domain/reviewing-supervisor.ts';

/** A student as far as students-and-mycap told. */
export type KnownStudent = {
  readonly bornOn: string;
  readonly grade: number;
  readonly goalIds: readonly string[];
  readonly enrollments: readonly Enrollment[];
  readonly consents: readonly Consent[];
};
type KnownSite = {
  readonly status: string | null;
  readonly supervisors: readonly SiteSupervisor[];
  /** What its employer is called in a consent. */
  readonly recipients: readonly string[];
};
type Row = Omit<PlacementFacts, 'site' | 'consent' | 'today' | 'bornOn'> & {
  readonly id: string;
  readonly student: KnownStudent | null;
  readonly site: KnownSite | null;
  readonly approvals: readonly { readonly side: ApprovalSide; readonly at: string }[];
};

/** A placement with all that is known around it, for the rules to judge. */
export type KnownPlacement = {
  readonly facts: PlacementFacts;
  readonly student: KnownStudent | null;
  readonly supervisors: readonly SiteSupervisor[];
  readonly approvals: readonly ApprovalSide[];
};

/** No day with fewer minutes passes any daily limit. */
const A_LONG_DAY = 180;

const ROWS = `
  select json_build_object(
    'id', p.id, 'status', p.status, 'wblType', p.wbl_type, 'pay', p.pay,
    'creditBearing', p.credit_bearing, 'start', p.start_date, 'end', p.end_date,
    'minutesPerWeek', p.minutes_per_week, 'plannedMinutes', p.planned_minutes,
    'loggedMinutes', p.logged_minutes,
    'registeredApprenticeshipPartner', p.registered_apprenticeship_partner,
    'employerLed', p.employer_led, 'externalClient', p.external_client,
    'workPermitOnFile', coalesce(p.work_permit_on_file, false),
    'student', case when s.student_id is not null then json_build_object(
      'bornOn', s.born_on, 'grade', s.grade, 'goalIds', s.goal_ids,
      'enrollments', s.enrollments, 'consents', s.consents) end,
    'site', case when p.site_id is not null then json_build_object(
      'status', i.status, 'supervisors', coalesce(i.supervisors, '[]'),
      'recipients', array_remove(array[i.employer_id::text, e.name], null)) end,
    'plan', case when w.id is not null then json_build_object(
      'version', w.plan_version, 'jobDescription', w.job_description,
      'careerSkills', (select count(*) from career_skill k where k.plan_id = w.id)) end,
    'reviews', array(select r.kind from wbl_review r where r.plan_id = w.id),
    'longDays', (
      select coalesce(json_agg(d order by d.day), '[]') from (
        select h.worked_on as day, sum(h.minutes) as minutes from hours_entry h
         where h.placement_id = p.id and p.status = 'ACTIVE'
         group by 1 having sum(h.minutes) > ${A_LONG_DAY}) d),
    'approvals', (
      select coalesce(json_agg(json_build_object('side', a.side, 'at', a.at)), '[]')
        from placement_approval a where a.placement_id = p.id)) as row
  from placement p
  left join student_ref s on s.student_id = p.student_id
  left join site_ref i on i.site_id = p.site_id
  left join employer_ref e on e.employer_id = i.employer_id
  left join wbl_plan w on w.placement_id = p.id
 where p.id = any($1::uuid[])`;

type Queries = { $queryRawUnsafe<Rows>(sql: string, ...values: unknown[]): Promise<Rows> };

function known({ student, site, approvals, ...row }: Row, today: string): KnownPlacement {
  const approvedAt = approvals.find(({ side }) => side === 'STUDENT')?.at;
  const consent = consentState({
    consents: student?.consents ?? [],
    recipients: site?.recipients ?? [],
    approvedOn: approvedAt ? dayInMassachusetts(new Date(approvedAt)) : null,
    today,
  });
  return {
    student,
    supervisors: site?.supervisors ?? [],
    approvals: approvals.map(({ side }) => side),
    facts: { ...row, site, bornOn: student?.bornOn ?? null, consent, today },
  };
}

/** Placements with all that the rules look at, in one statement for all of them; by their ids. */
export async function readKnownPlacements(
  queries: Queries,
  ids: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, KnownPlacement>> {
  const rows = await queries.$queryRawUnsafe<readonly { readonly row: Row }[]>(ROWS, ids);
  return new Map(rows.map(({ row }) => [row.id, known(row, today)]));
}
