import type { WorkforceBoardCode } from '../../../platform/vocabulary.ts';

export type NetworkTier = 'PARTNER' | 'MEMBER' | 'NOT_IN_NETWORK';
export type SchoolType = 'PUBLIC_SECONDARY' | 'PUBLIC_MIDDLE' | 'REGIONAL_VOC_TECH_AG' | 'CHARTER';

export type Program = {
  readonly id: string;
  readonly type: string;
  readonly soc: string;
  /** Only some programs have concentrators. */
  readonly technical: boolean;
  /** The ids of the credentials it leads to. */
  readonly credentials: readonly string[];
};

/** A school as the generators of students and placements need it. */
export type School = {
  readonly code: string;
  readonly name: string;
  readonly district: string;
  readonly board: WorkforceBoardCode;
  readonly town: string;
  readonly level: 'HIGH' | 'MIDDLE';
  readonly type: SchoolType;
  readonly tier: NetworkTier;
  /** Its share of the generated students; 0 where all its students are written by hand. */
  readonly weight: number;
  readonly counselor: string;
  readonly coordinator: string;
  readonly programs: readonly Program[];
};

/** A school before its people and programs are known. */
export type SchoolShell = Omit<School, 'tier' | 'counselor' | 'coordinator' | 'programs'>;
