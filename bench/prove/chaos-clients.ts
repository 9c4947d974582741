import { setTimeout as delay } from 'node:timers/promises';
import type { Answer } from '../../test/gateway/support/gateways.ts';
import {
  ALL_FIELDS,
  CHAOS_SUBGRAPHS,
  type ChaosGraph,
  type ChaosSubgraph,
  fieldOf,
  MUTABLE,
  mutationOf,
} from './chaos-graph.ts';

/** As many as a breaker needs to leave alone a subgraph that hangs, with some to spare. */
export const CHAOS_CLIENTS = 16;
const PAUSE_MS = 50;
const GIVEN_UP_AFTER_MS = 60_000;
const INSIDE = /127\.0\.0\.1|localhost|ECONN|UND_ERR|socket|proxy|at \w+ \(/;

const fieldsOf = ({ data }: Answer) => (data ?? {}) as Readonly<Record<string, unknown>>;

/** What no answer may be, whatever was asked. */
function wrongInAny({ status, text }: Answer): string | null {
  if (status !== 200) return `It was answered ${status}.`;
  return INSIDE.test(text) ? `It shows an inside: ${text}` : null;
}

/** What an answer lacks of the other subgraphs' fields. */
function lostIn(answer: Answer, victim: ChaosSubgraph): string | null {
  const lost = CHAOS_SUBGRAPHS.find(
    (name) => name !== victim.name && fieldsOf(answer)[fieldOf(name)] !== fieldOf(name),
  );
  return lost ? `The field of ${lost} is gone: ${answer.text}` : null;
}

/** What a mutation may not be, which was sent once: nobody else may send it twice. */
function wrongInMutation(
  executed: number,
  hasErrors: boolean,
  victim: ChaosSubgraph,
): string | null {
  if (executed > 1) return `A mutation was executed ${executed} times.`;
  if (executed === 0 && !hasErrors) return 'A mutation is said to be done, and was never executed.';
  return hasErrors && victim.name !== MUTABLE ? 'A mutation of another subgraph failed.' : null;
}

/** Clients that read all and write, again and again, while one subgraph is in trouble and until it is whole again. */
export function createChaosClients(graph: ChaosGraph, victim: ChaosSubgraph) {
  const wrong = new Set<string>();
  const note = (...found: readonly (string | null)[]) => {
    for (const one of found) if (one) wrong.add(one);
  };
  let [asked, sent, slowestMs, wholeAt] = [0, 0, 0, 0];
  let fairAt = Number.POSITIVE_INFINITY;

  async function timed(query: string): Promise<Answer> {
    asked += 1;
    const begin = performance.now();
    const answer = await graph.ask(query, { variables: { number: asked } });
    slowestMs = Math.max(slowestMs, performance.now() - begin);
    note(wrongInAny(answer));
    return answer;
  }

  async function reader(): Promise<void> {
    while (wholeAt === 0) {
      const begin = performance.now();
      const answer = await timed(ALL_FIELDS);
      note(lostIn(answer, victim));
      const isWhole = !answer.errors && begin >= fairAt;
      if (isWhole || begin > fairAt + GIVEN_UP_AFTER_MS) wholeAt = performance.now();
      await delay(PAUSE_MS);
    }
  }

  async function writer(): Promise<void> {
    while (wholeAt === 0) {
      const number = ++sent;
      const { errors } = await timed(mutationOf(number));
      note(wrongInMutation(graph.executed(number), Boolean(errors), victim));
      await delay(PAUSE_MS);
    }
  }

  const running = [...Array.from({ length: CHAOS_CLIENTS }, reader), writer()];
  return {
    /** The trouble is over from now on. Says what was seen, when all have their answers. */
    async untilWhole() {
      fairAt = performance.now();
      // Somebody new: the others may still wait for what hangs.
      await Promise.all([...running, reader()]);
      return { wrong: [...wrong], asked, sent, slowestMs, recoveredMs: wholeAt - fairAt };
    },
  };
}
