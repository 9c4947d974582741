import { z } from 'zod';
import { labelsIn, type Shares } from './engine/labels.ts';
import type { Log } from './log.ts';
import type { LoadedSupergraph } from './supergraph.ts';

/** As composition takes labels. */
const LABEL = /^(?:[a-zA-Z][a-zA-Z0-9_\-:./]*|percent\(\d+(?:\.\d+)?\))$/;
const PERCENT = /^\d+(?:\.\d+)?$/;

/** `LABEL=on`, `LABEL=off` or `LABEL=25`, for a quarter of the requests; several, comma-separated. */
export const overrideLabels = z.string().transform((text, { issues, value }): Shares => {
  const wrong = (message: string) => issues.push({ code: 'custom', message, input: value });
  const shares = new Map<string, number>();
  for (const item of text.split(',').map((one) => one.trim())) {
    if (item === '') continue;
    const [label = '', state = ''] = item.split('=').map((one) => one.trim());
    const share = shareOf(state);
    if (!LABEL.test(label) || share === null || item.split('=').length !== 2)
      wrong(`"${item}" is no LABEL=on, LABEL=off or LABEL=PERCENT of 0 to 100`);
    else if (shares.has(label)) wrong(`"${label}" is there twice`);
    else shares.set(label, share);
  }
  return shares;
});

function shareOf(state: string): number | null {
  if (state === 'on') return 1;
  if (state === 'off') return 0;
  const share = PERCENT.test(state) ? Number(state) / 100 : 2;
  return share <= 1 ? share : null;
}

/** Tells the log of labels that nothing has: a field that should have moved stays. */
export function warnOfUnknownLabels(shares: Shares, { schema }: LoadedSupergraph, log: Log): void {
  if (shares.size === 0) return;
  const known = labelsIn(schema);
  const labels = [...shares.keys()].filter((label) => !known.includes(label));
  if (labels.length > 0)
    log.warn({ labels, known }, 'OVERRIDE_LABELS has labels that the supergraph does not have.');
}
