import { describe, expect, it } from 'vitest';
import {
  brokenOffer,
  type PathwayOffer,
} from '../../../subgraphs/schools-and-network/domain/pathway-offer.ts';

const HIGH_SCHOOL = { schoolType: 'PUBLIC_SECONDARY', grades: [9, 10, 11, 12] };
const VOCATIONAL = { schoolType: 'REGIONAL_VOC_TECH_AG', grades: [9, 10, 11, 12] };
const OFFER: PathwayOffer = {
  type: 'INNOVATION_CAREER_PATHWAY',
  cipCode: null,
  icpSector: 'CLEAN_ENERGY',
  wblIntegrated: true,
  school: HIGH_SCHOOL,
};
const CHAPTER_74: PathwayOffer = {
  ...OFFER,
  type: 'CHAPTER_74',
  cipCode: '51.3801',
  icpSector: null,
};

describe('a pathway program', () => {
  it.each<{ what: string; offer: PathwayOffer }>([
    { what: 'an Innovation Career Pathway with its sector', offer: OFFER },
    { what: 'Early College with ICP', offer: { ...OFFER, type: 'EARLY_COLLEGE_AND_ICP' } },
    { what: 'Chapter 74 with a CIP code', offer: CHAPTER_74 },
    { what: 'Chapter 74 from wall to wall', offer: { ...CHAPTER_74, school: VOCATIONAL } },
    {
      what: 'Early College, with no code and no work',
      offer: { ...OFFER, type: 'EARLY_COLLEGE', icpSector: null, wblIntegrated: false },
    },
    {
      what: 'one at a school for grades 7 to 12',
      offer: { ...OFFER, school: { ...HIGH_SCHOOL, grades: [7, 8, 9, 10, 11, 12] } },
    },
  ])('may be $what', ({ offer }) => {
    expect(brokenOffer(offer)).toBeNull();
  });

  it.each<{ what: string; offer: PathwayOffer; rule: string }>([
    {
      what: 'at a middle school',
      offer: { ...OFFER, school: { ...HIGH_SCHOOL, grades: [6, 7, 8] } },
      rule: 'PATHWAY_GRADES',
    },
    {
      what: 'of ICP with no sector',
      offer: { ...OFFER, icpSector: null },
      rule: 'PATHWAY_ICP_SECTOR',
    },
    {
      what: 'of Chapter 74 with a sector',
      offer: { ...CHAPTER_74, icpSector: 'INFORMATION' },
      rule: 'PATHWAY_ICP_SECTOR',
    },
    {
      what: 'of ICP at a wall-to-wall Chapter 74 school',
      offer: { ...OFFER, school: VOCATIONAL },
      rule: 'PATHWAY_WALL_TO_WALL',
    },
    {
      what: 'of ICP without work-based learning',
      offer: { ...OFFER, wblIntegrated: false },
      rule: 'PATHWAY_WORK_BASED_LEARNING',
    },
    {
      what: 'of Chapter 74 without a CIP code',
      offer: { ...CHAPTER_74, cipCode: null },
      rule: 'PATHWAY_CIP_CODE',
    },
    {
      what: 'of Perkins without a CIP code',
      offer: { ...CHAPTER_74, type: 'PERKINS_NON_CHAPTER_74', cipCode: null },
      rule: 'PATHWAY_CIP_CODE',
    },
  ])('$what breaks $rule', ({ offer, rule }) => {
    expect(brokenOffer(offer)?.rule).toBe(rule);
  });
});
