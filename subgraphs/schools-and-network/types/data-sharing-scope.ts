import { builder } from '../builder.ts';
import { findPathwayProgram, findSchool } from '../entities.ts';
import { DataSharingAgreement } from './data-sharing-agreement.ts';
import { PathwayProgram } from './pathway-program.ts';
import { School } from './school.ts';

/** A version keeps the keys of what it covers; what they stand for is read as it is today. */
const there = async <Row>(found: readonly Promise<Row | null>[]): Promise<Row[]> =>
  (await Promise.all(found)).filter((row) => row !== null);

builder.prismaObjectFields(DataSharingAgreement, (t) => ({
  schools: t.field({
    type: [School],
    nullable: true,
    description:
      "The schools that it is limited to, in the order of their codes; at most all of the district's. None where it is limited by grades or programs alone.",
    resolve: ({ schoolCodes }, _args, context, info) =>
      there(schoolCodes.toSorted().map((code) => findSchool(context, code, info))),
  }),
  programs: t.field({
    type: [PathwayProgram],
    nullable: true,
    description: 'The programs that it is limited to; a few dozen at most. Null where it is not.',
    resolve: ({ programIds }, _args, context, info) =>
      programIds.length > 0
        ? there(programIds.map((id) => findPathwayProgram(context, id, info)))
        : null,
  }),
}));
