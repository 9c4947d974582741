import type { Asked } from './asked.ts';
import type { CallContext } from './call.ts';
import type { ClientNames } from './client-names.ts';
import type { Merge } from './merge.ts';
import type { Place } from './outcome.ts';
import type { Types } from './types.ts';

/** What the fetches of one operation are compiled with. */
export type FetchContext = CallContext & {
  readonly types: Types;
  readonly merge: Merge;
  readonly clientNames: ClientNames;
  /** What the client asked for, by the names of the gathered data. */
  readonly wanted: Asked;
  /** Of all fetches: each adds its own as it is compiled. */
  readonly places: Place[];
};
