import { expect, it } from 'vitest';
import { DEMO_STUDENT } from '../../../gateway/dev-issuer/personas.ts';
import { asked, type GraphNow, rowOf, rowsOf } from './asked.ts';

const PLAN = `
  select s.display_name as "displayName", s.grade, p.current_stage::text as "currentStage", p.status::text,
         (select count(*)::int from my_cap_goal where plan_id = p.id) as goals,
         (select array_agg(to_stage::text order by at) from stage_transition where plan_id = p.id) as stages,
         (select count(*)::int from career_activity where plan_id = p.id) as activities
    from student s join my_cap_plan p on p.open_for = s.id where s.id = $1`;
const PLACEMENTS = `
  select p.wbl_type::text as "wblType", p.status::text, p.planned_minutes / 60.0::float as "plannedHours",
         p.logged_minutes / 60.0::float as "hoursLogged", p.site_id::text as site,
         (select count(*)::int from reflection where placement_id = p.id) as reflections,
         coalesce((select sum(f.score - b.score)::int
            from wbl_plan w
            join wbl_review rb on rb.plan_id = w.id and rb.kind = 'BASELINE'
            join wbl_review rf on rf.plan_id = w.id and rf.kind = 'FINAL'
            join skill_score b on b.review_id = rb.id
            join skill_score f on f.review_id = rf.id
                 and (f.employability_skill = b.employability_skill or f.career_skill_id = b.career_skill_id)
           where w.placement_id = p.id), 0) as gain
    from placement p where p.student_id = $1 order by p.start_date desc, p.id limit 10`;
const SITES = `
  select s.id::text, s.name, s.setting::text, e.name as employer
    from site s join employer e on e.id = s.employer_id where s.id = any($1::uuid[])`;

type Plan = Readonly<Record<'displayName' | 'currentStage' | 'status', string>> & {
  readonly grade: number;
  readonly goals: number;
  readonly stages: readonly string[];
  readonly activities: number;
};
type Placement = {
  readonly site: string;
  readonly gain: number;
  readonly reflections: number;
  readonly wblType: string;
};
type Site = Readonly<Record<'id' | 'name' | 'setting' | 'employer', string>>;
type Node = {
  readonly wblPlan: { readonly skillGain: readonly { readonly gain: number }[] } | null;
};
type Mine = {
  readonly me: {
    readonly myCap: Readonly<Record<'goals' | 'activities', readonly unknown[]>>;
    readonly placements: { readonly nodes: readonly Node[] };
  };
};

export function myJourney(graph: GraphNow): void {
  it.each(['student', 'family'] as const)('"MyJourney" tells the %s the rows', async (as) => {
    const { data, errors } = await asked<Mine>(graph(), 'my-journey', {
      as,
      fetched: ['students-and-mycap', 'schools-and-network', 'placements', 'employers-and-sites'],
      statements: 4,
    });
    expect(errors).toBeUndefined();
    const own = await rowOf<Plan>(graph(), 'students-and-mycap', PLAN, [DEMO_STUDENT]);
    const { goals, activities, stages, displayName, grade, currentStage, status } = own;
    expect(data.me).toMatchObject({
      ...{ displayName, grade, school: { name: expect.any(String) } },
      myCap: { currentStage, status, stageHistory: stages.map((to) => ({ to })) },
    });
    expect(data.me.myCap.goals).toHaveLength(goals);
    expect(data.me.myCap.activities).toHaveLength(activities);
    expect(goals * activities).toBeGreaterThan(0);

    const placed = await rowsOf<Placement>(graph(), 'placements', PLACEMENTS, [DEMO_STUDENT]);
    const ids = placed.map(({ site }) => site);
    const sites = await rowsOf<Site>(graph(), 'employers-and-sites', SITES, [ids]);
    expect(placed.length).toBeGreaterThan(1);
    const { nodes } = data.me.placements;
    expect(nodes).toMatchObject(
      placed.map(({ gain: _gain, reflections, site: id, ...placement }) => {
        const site = sites.find((each) => each.id === id);
        const { name, setting, employer } = site ?? {};
        return {
          ...placement,
          site: { name, setting, employer: { name: employer } },
          reflections: Array.from({ length: reflections }, () => ({ text: expect.any(String) })),
        };
      }),
    );
    const gained = nodes.map(({ wblPlan }) =>
      (wblPlan?.skillGain ?? []).reduce((sum, { gain }) => sum + gain, 0),
    );
    expect(gained).toEqual(placed.map(({ gain }) => gain));
    expect(Math.max(...gained)).toBeGreaterThan(0);
  });
}
