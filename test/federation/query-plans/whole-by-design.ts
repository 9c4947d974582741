import type { SubgraphName } from '../../../platform/subgraph.ts';
import type { Captured } from './capture.ts';

/** A statement that may read a large table whole: which, and why. */
export type WholeByDesign = {
  readonly name: string;
  readonly subgraph: SubgraphName;
  /** In no other statement. */
  readonly mark: string;
  readonly because: string;
};

const COUNTS_A_YEAR =
  'counts a year of all students for a report that is kept: at most once a minute while its source moves, in one process, and the answer says when';

/** All of them. A statement that is not here, and reads a large table whole, fails the walk. */
export const WHOLE_BY_DESIGN: readonly WholeByDesign[] = [
  {
    name: 'count of perkins5S3',
    subgraph: 'placements',
    mark: 'with graduate as materialized',
    because: COUNTS_A_YEAR,
  },
  {
    name: 'count of pipelineFunnel and equityGaps',
    subgraph: 'students-and-mycap',
    mark: 'with attended as (',
    because: COUNTS_A_YEAR,
  },
  {
    name: 'students of capacityVsDemand',
    subgraph: 'placements',
    mark: "('CAREER_EXPLORATION', $2::int)) as near",
    because:
      'counts who is near immersion in every region, by their index; of placements it may read all of the partial index of those under way, and no more',
  },
];

export const designOf = ({ subgraph, text }: Captured): WholeByDesign | undefined =>
  WHOLE_BY_DESIGN.find((each) => each.subgraph === subgraph && text.includes(each.mark));
