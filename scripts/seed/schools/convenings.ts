import { firstDayOfFiscalYear, iso } from '../calendar.ts';
import type { BoardReference } from '../places.ts';
import { convening } from '../tables/schools.ts';
import { toldYears, type World } from '../world.ts';

/** Each board convenes its schools once a fiscal year, in autumn, and every school may come. */
export function writeConvenings(world: World, boards: readonly BoardReference[]): void {
  const random = world.random('convenings');
  const id = world.ids('convenings');
  for (const board of boards) {
    for (const year of toldYears(world)) {
      const day = firstDayOfFiscalYear(year) + random.int(80, 150);
      const attendance = random.int(18, 140);
      world.write(convening, {
        id: id(),
        board_code: board.code,
        date: iso(day),
        title: `Connecting Activities Convening, Fiscal Year ${year}`,
        open_to_all_schools: true,
        attendance: day <= world.calendar.asOf ? attendance : null,
      });
    }
  }
}
