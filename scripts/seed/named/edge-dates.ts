import {
  dayAt,
  firstDayOfFiscalYear,
  firstDayOfSchoolYear,
  fiscalYearOf,
  yearsBefore,
} from '../calendar.ts';
import { EDGE_CASES } from '../edge-cases.ts';
import { span } from '../employers/windows.ts';
import { gradeIn, hasGraduated, schoolYearOfGrade } from '../students/student.ts';
import type { Cast } from './cast.ts';
import { siteIn } from './sites.ts';

/** 15 until the end of the month, and offered 20 hours a week in the next February. */
export function tellTwentyHoursInFebruary(cast: Cast): void {
  const year = nextFebruary(cast.asOf);
  const start = dayAt(year, 2, 8);
  const student = cast.student({
    id: EDGE_CASES.twentyHoursInFebruaryStudent,
    school: cast.high('BOSTON'),
    gradYear: year + 2,
    birth: yearsBefore(start, 15) - 340,
  });
  const paid = { pay: 'EMPLOYER_PAID', wageCents: 1600, creditBearing: false } as const;
  const offer = cast.offer(
    siteIn(cast, 'BOSTON'),
    'PART_TIME_EMPLOYMENT',
    span(start, 8, 20),
    paid,
  );
  const id = EDGE_CASES.twentyHoursInFebruaryPlacement;
  cast.tell(student, [cast.place(student, offer, { id, status: 'PROPOSED' })]);
}

function nextFebruary(asOf: number): number {
  const year = fiscalYearOf(asOf);
  return dayAt(year, 2, 8) > asOf ? year : year + 1;
}

/** Begun in May, ended in August: it counts in the fiscal year that ended in between. */
export function tellCrossingFiscalYears(cast: Cast): void {
  const start = firstDayOfFiscalYear(fiscalYearOf(cast.asOf)) - 41;
  const student = cast.student({
    id: EDGE_CASES.crossesFiscalYearStudent,
    school: cast.high('METRO_NORTH'),
    gradYear: fiscalYearOf(cast.asOf) + 1,
  });
  const offer = cast.offer(siteIn(cast, 'METRO_NORTH'), 'INTERNSHIP', span(start, 11, 12));
  cast.tell(student, [cast.place(student, offer, { id: EDGE_CASES.crossesFiscalYearPlacement })]);
}

/** Out of grade 8 in June, 14, and at work from July 6 on. */
export function tellSummerAfterGrade8(cast: Cast): void {
  const fiscalYear = fiscalYearOf(cast.asOf);
  const thisSummer = dayAt(fiscalYear - 1, 7, 6);
  const start = thisSummer <= cast.asOf ? thisSummer : dayAt(fiscalYear - 2, 7, 6);
  const gradYear = fiscalYearOf(start) + 3;
  const middle = cast.middle('BOSTON');
  const inHigh = gradeIn(gradYear, cast.schoolYear) > 8;
  const high = cast.high('BOSTON');
  const entersHigh = firstDayOfSchoolYear(schoolYearOfGrade(gradYear, 9));
  const student = cast.student({
    id: EDGE_CASES.grade8SummerStudent,
    school: inHigh ? high : middle,
    gradYear,
    birth: yearsBefore(start, 14) - 150,
    attended: [
      {
        school: middle,
        grade: 6,
        from: firstDayOfSchoolYear(schoolYearOfGrade(gradYear, 6)),
        until: inHigh ? entersHigh - 1 : null,
      },
      ...(inHigh ? [{ school: high, grade: 9, from: entersHigh, until: null }] : []),
    ],
  });
  const subsidized = { pay: 'SUBSIDIZED', wageCents: 1500, creditBearing: false } as const;
  const offer = cast.offer(siteIn(cast, 'BOSTON'), 'INTERNSHIP', span(start, 6, 20), subsidized);
  cast.tell(student, [cast.place(student, offer, { id: EDGE_CASES.grade8SummerPlacement })]);
}

/** 17 at the start, 18 in five days. */
export function tellTurning18(cast: Cast): void {
  const gradYear = hasGraduated(cast.schoolYear, cast.asOf) ? cast.junior : cast.schoolYear;
  const student = cast.student({
    id: EDGE_CASES.turns18Student,
    school: cast.high('CENTRAL'),
    gradYear,
    birth: yearsBefore(cast.asOf + 5, 18),
  });
  const paid = { pay: 'EMPLOYER_PAID', wageCents: 1700, creditBearing: false } as const;
  const offer = cast.offer(
    siteIn(cast, 'CENTRAL'),
    'INTERNSHIP',
    span(cast.asOf - 30, 12, 10),
    paid,
  );
  // A parent consented while they could; from the birthday on it is the student's alone.
  const consent = {
    recipient: offer.site.employer.name,
    purpose: 'PLACEMENT',
    elements: ['Student.displayName'],
    granted: offer.start - 20,
    expires: offer.start + 330,
    basis: 'PARENT_GUARDIAN' as const,
  };
  const placement = cast.place(student, offer, { id: EDGE_CASES.turns18Placement });
  cast.tell(student, [placement], undefined, { consents: [consent] });
}
