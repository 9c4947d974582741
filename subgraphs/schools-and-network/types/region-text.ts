import type { WorkforceBoardCode } from '../../../platform/vocabulary.ts';
import { builder } from '../builder.ts';
import { findWorkforceBoard } from '../entities.ts';
import type { MappedSchool } from '../network-map.ts';
import { WorkforceBoard } from './workforce-board.ts';

type Region = { readonly boardCode: WorkforceBoardCode; readonly sentences: string[] };

/** The schools come ordered by region. */
export function groupByRegion(schools: readonly MappedSchool[]): Region[] {
  const regions = new Map<WorkforceBoardCode, Region>();
  for (const { boardCode, textEquivalent } of schools) {
    const region = regions.get(boardCode) ?? { boardCode, sentences: [] };
    region.sentences.push(textEquivalent);
    regions.set(boardCode, region);
  }
  return [...regions.values()];
}

export const RegionText = builder.objectRef<Region>('RegionText').implement({
  description: 'What the map shows of one region, in sentences.',
  classified: 'PUBLIC',
  fields: (t) => ({
    board: t.field({
      type: WorkforceBoard,
      nullable: true,
      description: "The region's board.",
      resolve: ({ boardCode }, _args, context, info) =>
        findWorkforceBoard(context, boardCode, info),
    }),
    sentences: t.exposeStringList('sentences', {
      nullable: false,
      description: 'A sentence for each school of the region, by name; about 100 at most.',
    }),
  }),
});
