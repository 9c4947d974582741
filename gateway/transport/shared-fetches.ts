import { type Actor, canonicalActor } from '../../platform/actor.ts';
import type { Vouched } from '../../platform/actor-token.ts';
import type { Wait } from './deadline.ts';
import type { FetchTerms } from './transport.ts';

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
 * Sends identical queries that are under way at the same time once: the same text to the same subgraph
 * for the same actor. The token and the request's id are those of the first, and no answer depends on
 * them. The work goes on for as long as anybody waits for it. Nobody is given what was asked before a
 * mutation: after it, a query may have another answer.
 */
export type SharedFetches<Result> = (
  fetch: { readonly subgraph: string; readonly body: string; readonly vouched: Vouched },
  { kind }: FetchTerms,
  wait: Wait,
  start: () => Started<Result>,
) => Promise<Result>;

export function createSharedFetches<Result>(
  now: () => number = () => performance.now(),
): SharedFetches<Result> {
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

  return ({ subgraph, body, vouched }, { kind }, wait, start) => {
    if (kind === 'mutation') return alone(wait, start);
    const key = `${subgraph}\n${textOf(vouched.actor)}\n${body}`;
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
