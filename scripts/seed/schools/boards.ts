import type { BoardReference } from '../places.ts';
import { pgArray } from '../table.ts';
import { municipality, workforceBoard } from '../tables/schools.ts';
import type { World } from '../world.ts';

/** The 16 boards and the 351 municipalities, as they are. */
export function writeBoards(world: World, boards: readonly BoardReference[]): void {
  for (const board of boards) {
    world.write(workforceBoard, {
      code: board.code,
      name: board.name,
      aliases: pgArray(formerNames(board.name)),
      planning_region: board.planningRegion,
    });
    for (const town of board.towns) {
      world.write(municipality, { name: town, board_code: board.code });
    }
  }
}

/** The boards were Workforce Investment Boards, "WIBs", before they took the name MassHire. */
function formerNames(name: string): string[] {
  const region = name.replace(/^MassHire /, '').replace(/ Workforce Board$/, '');
  return [`${region} Workforce Investment Board`, `${region} WIB`];
}
