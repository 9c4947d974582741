import type { Persona } from '../../gateway/dev-issuer/personas.ts';
import type { SubgraphName } from '../../platform/subgraph.ts';
import { yearsOf } from '../../test/federation/query-plans/ten-operations.ts';

/** A report as somebody asks it. */
export type Report = {
  readonly name: string;
  readonly as?: Persona;
  readonly query: string;
  /** Where it is kept, and by which name; null is counted at each ask. */
  readonly kept: { readonly subgraph: SubgraphName; readonly report: string } | null;
};

/** Every report of the graph, as asked on a day. */
export function reportsOn(day: string): readonly Report[] {
  const { year, schoolYear } = yearsOf(day);
  const last = year - 1;
  const pipeline = { subgraph: 'students-and-mycap', report: 'pipeline' } as const;
  return [
    {
      name: 'perkins5S3',
      query: `{ perkins5S3(reportingYear: ${last}, groupBy: BOARD) { label percent suppressed asOf } }`,
      kept: { subgraph: 'placements', report: 'perkins5S3' },
    },
    {
      name: 'skillGain',
      query: `{ skillGain(fiscalYear: ${last}, groupBy: BOARD) { asOf cells { label employabilitySkill students meanBaseline meanFinal suppressed } } }`,
      kept: { subgraph: 'placements', report: 'skillGain' },
    },
    {
      name: 'pipelineFunnel',
      query: `{ pipelineFunnel(schoolYear: "${schoolYear}", board: BOSTON) { stage students suppressed asOf } }`,
      kept: pipeline,
    },
    {
      name: 'equityGaps',
      query: `{ equityGaps(schoolYear: "${schoolYear}", board: BOSTON, stage: CAREER_IMMERSION) { group rate suppressed asOf } }`,
      kept: pipeline,
    },
    {
      name: 'statewideOutcomes',
      query: `{ statewideOutcomes(fiscalYear: ${last}) { asOf wblStudents wblEmployerSites qualifyingWages agrowe { allWorkExperiences employers } } }`,
      kept: null,
    },
    {
      name: 'quarterlyReport',
      query: `{ quarterlyReport(fiscalYear: ${last}, quarter: 4, board: BOSTON) { asOf qualifyingWages agrowe { allWorkExperiences employers } } }`,
      kept: null,
    },
    {
      name: 'dataQuality',
      as: 'board-staff',
      query: '{ dataQuality(board: METRO_NORTH) { asOf findings { __typename } } }',
      kept: null,
    },
    {
      name: 'capacityVsDemand',
      query: `{ workforceBoards { capacityVsDemand(fiscalYear: ${year}) { asOf openSlots studentsReadyForImmersion byCluster { cluster openSlots } } } }`,
      kept: null,
    },
    {
      name: 'networkSummary',
      query: '{ networkSummary { asOf highSchools partners members inNetwork } }',
      kept: null,
    },
  ];
}
