import type { PayType, WblType } from '../../../platform/vocabulary.ts';
import type { CareerField } from '../career-fields.ts';
import type { Random } from '../random.ts';

type Terms = { readonly pay: PayType; readonly creditBearing: boolean };
type Choice = readonly [Terms, number];

const terms = (pay: PayType, creditBearing: boolean, weight: number): Choice => [
  { pay, creditBearing },
  weight,
];

/** An unpaid internship bears credit, cooperative education is always paid. */
const CHOICES: Readonly<Record<WblType, readonly Choice[]>> = {
  INTERNSHIP: [
    terms('EMPLOYER_PAID', false, 55),
    terms('SUBSIDIZED', false, 15),
    terms('STIPEND', true, 10),
    terms('UNPAID', true, 20),
  ],
  CLINICAL_PRACTICUM: [terms('UNPAID', true, 70), terms('EMPLOYER_PAID', true, 30)],
  CAPSTONE: [terms('UNPAID', true, 60), terms('UNPAID', false, 30), terms('STIPEND', false, 10)],
  PRE_APPRENTICESHIP: [terms('EMPLOYER_PAID', false, 60), terms('STIPEND', true, 40)],
  SIMULATION: [terms('UNPAID', true, 100)],
  COOPERATIVE_EDUCATION: [terms('EMPLOYER_PAID', true, 100)],
  PART_TIME_EMPLOYMENT: [terms('EMPLOYER_PAID', false, 100)],
  ENTREPRENEURIAL_ENTERPRISE: [terms('UNPAID', false, 100)],
};

export function termsOf(type: WblType, field: CareerField, random: Random) {
  const chosen = random.weighted(CHOICES[type]);
  return { ...chosen, wageCents: wageCents(chosen.pay, field, random) };
}

/** Wages by the hour; a stipend is one sum and has none. */
export function wageCents(pay: PayType, field: CareerField, random: Random): number | null {
  if (pay !== 'EMPLOYER_PAID' && pay !== 'SUBSIDIZED') return null;
  const base = field.demand === 'HIGH_WAGE_HIGH_DEMAND' ? 1700 : 1500;
  return base + 25 * random.int(0, 24);
}
