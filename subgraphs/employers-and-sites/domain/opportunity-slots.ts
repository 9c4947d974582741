import { blocking, type Finding } from './finding.ts';
import type { Terms } from './opportunity-terms.ts';

export function slotsFinding({ slots }: Pick<Terms, 'slots'>): Finding | null {
  if (slots >= 1) return null;
  return blocking('NO_SLOTS', `It cannot have ${slots} slots. It has at least 1.`);
}
