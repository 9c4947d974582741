import { type Day, iso, timestamp } from '../calendar.ts';
import type { Random } from '../random.ts';
import { studentSupport } from '../tables/students.ts';
import type { World } from '../world.ts';
import type { Student } from './student.ts';

/** What makes an experience possible, as it stands today. */
export type Support = {
  readonly type: string;
  readonly status: string;
  readonly description?: string;
  readonly provider?: string;
  /** The days until it is needed; negative where that day is past. */
  readonly neededIn?: number;
};

const SHARE = 0.09;
const TYPES = [
  ['TRANSPORTATION', 22],
  ['WORK_ATTIRE', 18],
  ['LANGUAGE_SUPPORT', 14],
  ['TECHNOLOGY', 14],
  ['IEP_ACCOMMODATION', 12],
  ['TRAVEL_PRACTICE', 8],
  ['PPE', 6],
  ['OTHER', 6],
] as const;
const STATUSES = [
  ['REQUESTED', 30],
  ['APPROVED', 25],
  ['PROVIDED', 35],
  ['DECLINED_BY_STUDENT', 5],
  ['NOT_NEEDED', 5],
] as const;
/** Invented partners, who coach, help to write and lend. */
const PROVIDERS = ['Kettle Writing Circle', 'Lantern Coaching', 'Quahog Closet'] as const;

/** A support for some of those who are enrolled. */
export function supportsOf(student: Student, random: Random): readonly Support[] {
  if (student.status !== 'ENROLLED' || !random.chance(SHARE)) return [];
  const type = random.weighted<string>(TYPES);
  const status = random.weighted<string>(STATUSES);
  const neededIn = random.int(-60, 60);
  const provider = random.chance(0.3) ? random.pick(PROVIDERS) : undefined;
  const other = type === 'OTHER' ? { description: 'Coaching before the first interview.' } : {};
  return [{ type, status, neededIn, ...other, ...(provider && { provider }) }];
}

export function createSupportWriter(world: World) {
  const id = world.ids('supports');
  return (student: Student, supports: readonly Support[]): void => {
    for (const { type, status, description, provider, neededIn } of supports) {
      const day = (from: Day, days: number) => Math.max(from + days, 0);
      const asked = Math.min(student.lastDay - 7, student.lastDay + (neededIn ?? 0) - 30);
      world.write(studentSupport, {
        id: id(),
        student_id: student.id,
        type,
        description: description ?? null,
        status,
        needed_by: neededIn === undefined ? null : iso(day(student.lastDay, neededIn)),
        provider_organization: provider ?? null,
        requested_at: timestamp(asked, asked),
        requested_by: student.id,
      });
    }
  };
}
