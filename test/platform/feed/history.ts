import fc from 'fast-check';
import type pg from 'pg';
import type { Database } from '../../../platform/database.ts';
import { publish } from './support.ts';

/** How a look at the feed goes wrong, at which of its calls to a handler. */
export type Fault = {
  readonly kind: 'throws first' | 'throws last' | 'loses its connection';
  readonly atCall: number;
};
export type Step =
  | {
      readonly do: 'write';
      readonly session: number;
      readonly thing: Thing;
      readonly body: unknown;
    }
  | { readonly do: 'tell'; readonly thing: Thing; readonly body: unknown }
  | { readonly do: 'end'; readonly session: number; readonly how: 'commit' | 'rollback' }
  | { readonly do: 'follow'; readonly limit: number; readonly replicas: number }
  | { readonly do: 'crash'; readonly limit: number; readonly fault: Fault }
  | { readonly do: 'replay'; readonly from: number }
  | { readonly do: 'forget' };
export type Thing = { readonly topic: string; readonly key: string };

const SESSIONS = 3;
/** The session that commits at once. */
const AT_ONCE = SESSIONS;
export const TOPICS = ['animal', 'plant'] as const;

const thing = fc.record({
  topic: fc.constantFrom(...TOPICS),
  key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'ä"\\'),
});
const body = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 3, arbitrary: fc.record({ n: fc.integer({ min: 0, max: 2 }) }) },
  {
    weight: 1,
    arbitrary: fc.dictionary(
      fc.constantFrom('x', '😀', "'"),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    ),
  },
);
const session = fc.nat(SESSIONS - 1);
const limit = fc.integer({ min: 1, max: 5 });
const fault = fc.record({
  kind: fc.constantFrom(
    'throws first' as const,
    'throws last' as const,
    'loses its connection' as const,
  ),
  atCall: fc.nat(1),
});

const step = {
  write: fc.record({ do: fc.constant('write' as const), session, thing, body }),
  tell: fc.record({ do: fc.constant('tell' as const), thing, body }),
  end: fc.record({
    do: fc.constant('end' as const),
    session,
    how: fc.constantFrom('commit' as const, 'commit' as const, 'rollback' as const),
  }),
  follow: fc.record({
    do: fc.constant('follow' as const),
    limit,
    replicas: fc.integer({ min: 1, max: 2 }),
  }),
  crash: fc.record({ do: fc.constant('crash' as const), limit, fault }),
  replay: fc.record({ do: fc.constant('replay' as const), from: fc.nat(9) }),
  forget: fc.constant({ do: 'forget' as const }),
};

/** Going back repairs what a crash has lost, so it is rare. */
export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: step.write },
    { weight: 12, arbitrary: step.tell },
    { weight: 8, arbitrary: step.end },
    { weight: 4, arbitrary: step.follow },
    { weight: 10, arbitrary: step.crash },
    { weight: 1, arbitrary: step.replay },
    { weight: 1, arbitrary: step.forget },
  ),
  { minLength: 5, maxLength: 40, size: 'max' },
);

const nameOf = ({ topic, key }: Thing) => JSON.stringify([topic, key]);

type Session = {
  readonly client: pg.PoolClient;
  readonly wrote: Map<string, { thing: Thing; body: unknown }>;
};

/** Who writes, and what is so once their transactions have ended. */
export class Producer {
  readonly #database: Database;
  readonly #sessions = new Map<number, Session>();
  readonly #truth = new Map<string, { readonly thing: Thing; readonly body: unknown }>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Two who write one thing at once would wait for each other: the second leaves it. */
  async write(index: number, thing: Thing, body: unknown): Promise<void> {
    const name = nameOf(thing);
    for (const [other, { wrote }] of this.#sessions) if (other !== index && wrote.has(name)) return;
    const session = await this.#open(index);
    await publish(session.client, thing.key, body, thing.topic);
    session.wrote.set(name, { thing, body });
  }

  async tell(thing: Thing, body: unknown): Promise<void> {
    await this.write(AT_ONCE, thing, body);
    await this.end(AT_ONCE, 'commit');
  }

  async end(index: number, how: 'commit' | 'rollback'): Promise<void> {
    const session = this.#sessions.get(index);
    if (!session) return;
    this.#sessions.delete(index);
    await session.client.query(how);
    session.client.release();
    if (how === 'commit')
      for (const [name, written] of session.wrote) this.#truth.set(name, written);
  }

  async endAll(): Promise<void> {
    for (const index of [...this.#sessions.keys()].reverse()) await this.end(index, 'commit');
  }

  /** What a copy has to be, written as PostgreSQL writes it. */
  async truth(): Promise<string> {
    const there = [...this.#truth.values()]
      .filter(({ body }) => body !== null)
      .map(({ thing, body }) => ({ ...thing, body }));
    const { rows } = await this.#database.pool.query<{ line: string }>(
      `select topic || ' ' || key || ' ' || body::text as line
         from jsonb_to_recordset($1::jsonb) as fact(topic text, key text, body jsonb)
        order by topic collate "C", key collate "C"`,
      [JSON.stringify(there)],
    );
    return rows.map(({ line }) => line).join('\n');
  }

  async #open(index: number): Promise<Session> {
    const known = this.#sessions.get(index);
    if (known) return known;
    const client = await this.#database.pool.connect();
    await client.query('begin');
    const opened = { client, wrote: new Map() };
    this.#sessions.set(index, opened);
    return opened;
  }
}
