import { type Actor, canonicalActor } from '../platform/actor.ts';
import type { Vouched } from '../platform/actor-token.ts';
import type { Wait } from './transport/deadline.ts';

/** Work that can be ended. */
export type Started<Result> = {
  readonly answer: Promise<Result>;
  readonly abort: (why: Error) => void;
};

type Entry<Result> = Started<Result> & { waiting: number; readonly since: number };

/**
 * Nobody joins what has taken longer than this. An answer that never comes would be waited for by whoever
 * asks the same, and never be asked for anew.
 */
const JOINED_WITHIN_MS = 1_000;

/**
 * Does identical reading that is under way at the same time once: the same thing for the same actor. The
 * request's id and token are those of the first, and no answer depends on them. The work goes on for as
 * long as anybody waits for it. Nobody is given what was begun before a mutation: after it, the same
 * question may have another answer.
 */
export type SharedWork<Result> = (
  work: {
    /** Which subgraph, or which operation. */
    readonly where: string;
    /** All else that the result depends on, but the actor. */
    readonly what: string;
    readonly vouched: Vouched;
    readonly kind: 'query' | 'mutation' | 'subscription';
  },
  wait: Wait,
  start: () => Started<Result>,
) => Promise<Result>;

export function createSharedWork<Result>(
  now: () => number = () => performance.now(),
): SharedWork<Result> {
  /** By who asks whom, then by what: what is asked may be long, and is never put together with another text. */
  const underWay = new Map<string, Map<string, Entry<Result>>>();
  const textOf = rememberActors();

  function forget(place: string, what: string, entry: Entry<Result>): void {
    const entries = underWay.get(place);
    if (entries?.get(what) !== entry) return;
    entries.delete(what);
    if (entries.size === 0) underWay.delete(place);
  }

  function begin(place: string, what: string, start: () => Started<Result>): Entry<Result> {
    const { answer, abort } = start();
    const entry: Entry<Result> = { answer, abort, waiting: 0, since: now() };
    const entries = underWay.get(place) ?? new Map<string, Entry<Result>>();
    underWay.set(place, entries.set(what, entry));
    const done = () => forget(place, what, entry);
    answer.then(done, done);
    return entry;
  }

  async function alone(wait: Wait, start: () => Started<Result>): Promise<Result> {
    underWay.clear();
    const { answer, abort } = start();
    wait.onGivenUp = abort;
    try {
      return await answer;
    } finally {
      underWay.clear();
    }
  }

  return ({ where, what, vouched, kind }, wait, start) => {
    if (kind !== 'query') return alone(wait, start);
    const place = `${textOf(vouched.actor)}\n${where}`;
    const known = underWay.get(place)?.get(what);
    const isJoined = known && now() - known.since < JOINED_WITHIN_MS;
    const entry = isJoined ? known : begin(place, what, start);
    entry.waiting += 1;
    wait.onGivenUp = (why) => {
      entry.waiting -= 1;
      if (entry.waiting > 0) return;
      forget(place, what, entry);
      entry.abort(why);
    };
    return entry.answer;
  };
}

/** An actor that was verified is one object for as long as its token is known. */
function rememberActors(): (actor: Actor) => string {
  const texts = new WeakMap<Actor, string>();
  return (actor) => {
    const known = texts.get(actor);
    if (known !== undefined) return known;
    const text = canonicalActor(actor);
    texts.set(actor, text);
    return text;
  };
}
