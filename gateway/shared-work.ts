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
    /** All that the result depends on, but the actor. */
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
  const underWay = new Map<string, Entry<Result>>();
  const textOf = rememberActors();

  function begin(key: string, start: () => Started<Result>): Entry<Result> {
    const entry: Entry<Result> = { ...start(), waiting: 0, since: now() };
    underWay.set(key, entry);
    const forget = () => {
      if (underWay.get(key) === entry) underWay.delete(key);
    };
    entry.answer.then(forget, forget);
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

  return ({ what, vouched, kind }, wait, start) => {
    if (kind !== 'query') return alone(wait, start);
    const key = `${textOf(vouched.actor)}\n${what}`;
    const known = underWay.get(key);
    const isJoined = known && now() - known.since < JOINED_WITHIN_MS;
    const entry = isJoined ? known : begin(key, start);
    entry.waiting += 1;
    wait.onGivenUp = (why) => {
      entry.waiting -= 1;
      if (entry.waiting > 0) return;
      if (underWay.get(key) === entry) underWay.delete(key);
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
