/** The first and the last day of a fiscal year, both included, as `YYYY-MM-DD`: 2027 ends on June 30, 2027. */
export function daysOfFiscalYear(fiscalYear: number): { first: string; last: string } {
  return { first: `${fiscalYear - 1}-07-01`, last: `${fiscalYear}-06-30` };
}
