/** How many slots an opportunity has, and how many were asked for: placements, which reserves them, answers. */
export type Slots = {
  readonly slots: number;
  readonly slotsRequested: number | null;
  readonly slotsVersion: number;
  readonly slotsRefused: boolean;
};

type Request = Omit<Slots, 'slots'>;

/** Asks for a number of slots. Asking again for what was asked, or for what there is, changes nothing. */
export function requestSlots(known: Slots, asked: number | null | undefined): Request {
  const { slots, slotsRequested, slotsVersion, slotsRefused } = known;
  const standing = slotsRefused ? slots : (slotsRequested ?? slots);
  if (asked === null || asked === undefined || asked === standing)
    return { slotsRequested, slotsVersion, slotsRefused };
  return { slotsRequested: asked, slotsVersion: slotsVersion + 1, slotsRefused: false };
}

export type OpenRequest = { readonly requested: number; readonly refused: boolean };

/** A request that is not the number of slots: not answered yet, or refused. */
export function openRequest({ slots, slotsRequested, slotsRefused }: Slots): OpenRequest | null {
  if (slotsRequested === null || slotsRequested === slots) return null;
  return { requested: slotsRequested, refused: slotsRefused };
}
