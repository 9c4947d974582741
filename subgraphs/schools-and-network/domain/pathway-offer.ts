import { type BrokenRule, firstBroken } from './broken-rule.ts';
import { isHighSchool } from './high-school.ts';

export type PathwayType =
  | 'CHAPTER_74'
  | 'PERKINS_NON_CHAPTER_74'
  | 'INNOVATION_CAREER_PATHWAY'
  | 'EARLY_COLLEGE'
  | 'EARLY_COLLEGE_AND_ICP'
  | 'NONE';

/** A program of study as a school would offer it. */
export type PathwayOffer = {
  readonly type: PathwayType;
  readonly cipCode: string | null;
  readonly icpSector: string | null;
  readonly wblIntegrated: boolean;
  readonly school: { readonly schoolType: string; readonly grades: readonly number[] };
};

/** The types that are, or include, an Innovation Career Pathway. */
const ICP: ReadonlySet<PathwayType> = new Set([
  'INNOVATION_CAREER_PATHWAY',
  'EARLY_COLLEGE_AND_ICP',
]);
/** Career technical education is approved, and counted under Perkins, by its CIP code. */
const CTE: ReadonlySet<PathwayType> = new Set(['CHAPTER_74', 'PERKINS_NON_CHAPTER_74']);
/** Every program of such a school is Chapter 74: from wall to wall. */
const WALL_TO_WALL = 'REGIONAL_VOC_TECH_AG';

function wrongGrades({ school }: PathwayOffer): BrokenRule | null {
  if (isHighSchool(school.grades)) return null;
  const message = 'A pathway program is for grades 9 to 12, and the school teaches none of them.';
  return { rule: 'PATHWAY_GRADES', message };
}

function wrongSector({ type, icpSector }: PathwayOffer): BrokenRule | null {
  if (ICP.has(type) === (icpSector !== null)) return null;
  const message = icpSector
    ? `A program of type ${type} has no "icpSector": only an Innovation Career Pathway has one.`
    : `A program of type ${type} has an "icpSector": name the industry it is in.`;
  return { rule: 'PATHWAY_ICP_SECTOR', message };
}

function wallToWall({ type, school }: PathwayOffer): BrokenRule | null {
  if (!ICP.has(type) || school.schoolType !== WALL_TO_WALL) return null;
  const message =
    'A wall-to-wall Chapter 74 school cannot have an Innovation Career Pathway. Offer the program as CHAPTER_74.';
  return { rule: 'PATHWAY_WALL_TO_WALL', message };
}

function withoutWork({ type, wblIntegrated }: PathwayOffer): BrokenRule | null {
  if (!ICP.has(type) || wblIntegrated) return null;
  const message =
    'Work-based learning is part of every Innovation Career Pathway: "wblIntegrated" is true.';
  return { rule: 'PATHWAY_WORK_BASED_LEARNING', message };
}

function withoutCip({ type, cipCode }: PathwayOffer): BrokenRule | null {
  if (!CTE.has(type) || cipCode !== null) return null;
  const message = `A program of type ${type} has a "cipCode", such as "51.3801".`;
  return { rule: 'PATHWAY_CIP_CODE', message };
}

/** The first rule that an offer breaks. */
export const brokenOffer = (offer: PathwayOffer): BrokenRule | null =>
  firstBroken(
    wrongGrades(offer),
    wallToWall(offer),
    wrongSector(offer),
    withoutWork(offer),
    withoutCip(offer),
  );
