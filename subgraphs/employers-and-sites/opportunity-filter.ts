import { badUserInput } from '../../platform/errors.ts';
import { isUuid } from '../../platform/ids.ts';
import { handwritten } from '../../platform/read/handwritten.ts';
import type { PayType, WblType, WorkforceBoardCode } from '../../platform/vocabulary.ts';
import type { CareerCluster, DemandRating, Prisma } from './generated/client/client.ts';
import { type Circle, sitesWithin } from './nearby.ts';

type Given<Value> = Value | null | undefined;

export type OpportunityFilter = {
  readonly board?: Given<WorkforceBoardCode>;
  readonly wblTypes?: Given<readonly WblType[]>;
  readonly pay?: Given<readonly PayType[]>;
  readonly demand?: Given<readonly DemandRating[]>;
  readonly clusters?: Given<readonly CareerCluster[]>;
  readonly near?: Given<Circle>;
  readonly startsFrom?: Given<Date>;
  readonly minStudentAge?: Given<number>;
  readonly hasOpenSlots?: Given<boolean>;
  readonly program?: Given<string>;
};

const oneOf = <Value>(values: Given<readonly Value[]>) =>
  values ? { in: [...values] } : undefined;

/** By what placements last told of the slots that are taken. */
function openSlots(wanted: Given<boolean>): object {
  if (wanted === null || wanted === undefined) return {};
  const compare = wanted ? '<' : '>=';
  return handwritten((column) => `${column('filled')} ${compare} ${column('slots')}`);
}

function programId(program: Given<string>): string | undefined {
  if (program === null || program === undefined) return undefined;
  if (isUuid(program)) return program;
  throw badUserInput(`"program" cannot be "${program}". It is the "id" of a program.`);
}

/** What anyone may still take part in on a day: neither drafts, whoever may see them, nor what is over. */
export function openOpportunities(
  filter: OpportunityFilter,
  today: Date,
): Prisma.OpportunityWhereInput {
  const age = filter.minStudentAge ?? undefined;
  return {
    status: 'OPEN',
    endDate: { gte: today },
    boardCode: filter.board ?? undefined,
    wblType: oneOf(filter.wblTypes),
    pay: oneOf(filter.pay),
    demandRating: oneOf(filter.demand),
    careerCluster: oneOf(filter.clusters),
    programId: programId(filter.program),
    startDate: filter.startsFrom ? { gte: filter.startsFrom } : undefined,
    site: filter.near ? sitesWithin(filter.near) : undefined,
    OR: age === undefined ? undefined : [{ minimumAge: null }, { minimumAge: { lte: age } }],
    ...openSlots(filter.hasOpenSlots),
  };
}
