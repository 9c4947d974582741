import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { dayInMassachusetts } from '../../platform/massachusetts-time.ts';
import { ask, expectJourney, requestToken } from './journey.ts';
import { processesWith, RUNNER, type Started, startProcess } from './processes.ts';

const SLOW = 300_000;
const ROUNDS = 5;
const CLIENTS = 8;
/** Acknowledged in each round before the kill; others are on their way then. */
const ACKNOWLEDGED = 40;

const RECORD = `mutation Record($input: RecordActivityInput!, $key: String!) {
  recordActivity(input: $input, idempotencyKey: $key) { activity { id } }
}`;
const WHO = '{ me { id } }';
const ACTIVITIES = '{ me { myCap { activities { id reflection } } } }';

const who = z.object({ me: z.object({ id: z.string() }) });
const recorded = z.object({
  recordActivity: z.object({ activity: z.object({ id: z.string() }) }),
});
const activities = z.object({
  me: z.object({
    myCap: z.object({
      activities: z.array(z.object({ id: z.string(), reflection: z.string().nullable() })),
    }),
  }),
});

type Caller = {
  origin: string;
  server: Started;
  readonly token: string;
  readonly studentId: string;
};

/** The same input for a key, whenever it is tried. */
const inputOf = (studentId: string, key: string, date: string) => ({
  studentId,
  type: 'CAREER_SPEAKER',
  date,
  reflection: key,
});

/** What the clients tried, by key: the activity's id once it was acknowledged. */
type Attempts = Map<string, string | null>;

const DATE = dayInMassachusetts(new Date());

async function record(caller: Caller, key: string): Promise<string> {
  const { origin, token, studentId, server } = caller;
  const input = inputOf(studentId, key, DATE);
  const { data, errors } = await ask(origin, token, RECORD, { input, key });
  if (errors === undefined) return recorded.parse(data).recordActivity.activity.id;
  throw new Error(`It refuses: ${JSON.stringify(errors)}. Its log: ${server.said()}`);
}

type Mortal = { alive: boolean; asked(): void; acknowledged(): void };

/** Killed with its group when enough was acknowledged and more has been asked. */
function mortal({ pid }: Started, enough: number): Mortal {
  let count = 0;
  const server: Mortal = {
    alive: true,
    acknowledged() {
      count += 1;
    },
    asked() {
      if (count < enough || !server.alive) return;
      server.alive = false;
      process.kill(-pid, 'SIGKILL');
    },
  };
  return server;
}

/** Records one after another until the server is gone. A complaint of a server that lives is a failure. */
async function recordUntilKilled(caller: Caller, client: string, server: Mortal, all: Attempts) {
  for (let count = 1; server.alive; count += 1) {
    const key = `${client}, activity ${count}`;
    all.set(key, null);
    const answer = record(caller, key);
    server.asked();
    try {
      all.set(key, await answer);
      server.acknowledged();
    } catch (error) {
      if (server.alive) throw error;
    }
  }
}

async function start(dataDir: string) {
  const entry = [RUNNER, join('scripts', 'start.ts'), '--dev-issuer'];
  const started = startProcess(process.execPath, entry, { DATA_DIR: dataDir, PORT: '0' });
  const [, origin = ''] = await started.hear(/GraphQL +(http:\S+)\/graphql/);
  return { started, origin };
}

it(
  'every acknowledged activity is there exactly once after kill -9 while 8 clients record, five times',
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'kill-test-'));
    chmodSync(dataDir, 0o755);
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));

    let { started, origin } = await start(dataDir);
    onTestFinished(async () => {
      started.child.kill('SIGTERM');
      await started.ended;
    });
    const token = await requestToken(origin, 'student');
    const { me } = who.parse((await ask(origin, token, WHO)).data);
    const caller: Caller = { origin, server: started, token, studentId: me.id };
    const attempts: Attempts = new Map();

    for (let round = 1; round <= ROUNDS; round += 1) {
      const server = mortal(started, ACKNOWLEDGED);
      const clients = Array.from(
        { length: CLIENTS },
        (_, index) => `client ${index}, round ${round}`,
      );
      await Promise.all(
        clients.map((client) => recordUntilKilled(caller, client, server, attempts)),
      );
      expect(await started.ended).toBe('SIGKILL');
      const cut = [...attempts].filter(([, id]) => id === null);
      expect(cut.length).toBeGreaterThan(0);

      ({ started, origin } = await start(dataDir));
      Object.assign(caller, { origin, server: started });
      for (const [key] of cut) attempts.set(key, await record(caller, key));

      const { data } = await ask(origin, token, ACTIVITIES);
      const found = activities.parse(data).me.myCap.activities;
      const ofTheClients = found.filter(({ reflection }) => reflection?.startsWith('client '));
      const byKey = ofTheClients.map(({ id, reflection }) => [`${reflection}`, id] as const);
      expect(byKey.sort()).toEqual([...attempts].sort());
    }

    await expectJourney(origin);
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
    expect(processesWith(dataDir)).toEqual([]);
  },
  SLOW,
);
