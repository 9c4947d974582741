import { join } from 'node:path';
import { pinSelf, type Server } from '../processes.ts';
import {
  CANDIDATES,
  type Candidate,
  type CandidateName,
  type Contender,
  PROFILES,
  startContender,
} from './contenders.ts';
import { writeGraph } from './graph/write-graph.ts';
import { createLoad } from './load.ts';
import { type Bench, LOAD_CORE, measureWork } from './measure.ts';
import { HELP, type Options, readOptions } from './options.ts';
import { installPeers } from './peers.ts';
import { record } from './record.ts';
import { printTable, type Table } from './report.ts';
import { startSubgraphs } from './start-subgraphs.ts';
import { issueTokens } from './tokens.ts';
import { verifyEqual } from './verify.ts';
import { USERS_ASKING, type Work, workOf } from './work/work.ts';

const FOLDER = join('.cache', 'bench-gateway');
/** Of what was verified before, this part is verified again after the load. */
const SAMPLED_AFTER = 10;

const say = (text: string) => void process.stdout.write(`${text}\n`);

/** Those that can be measured here; says why another cannot. */
function present(names: readonly CandidateName[]): CandidateName[] {
  if (names.some((name) => CANDIDATES[name].peer)) installPeers();
  return names.filter((name) => {
    const { title, missing }: Candidate = CANDIDATES[name];
    const why = missing?.();
    if (why) say(`Without ${title}: ${why}`);
    return !why;
  });
}

async function run(options: Options, running: Server[]): Promise<Table[]> {
  pinSelf(LOAD_CORE);
  const names = present(options.names);
  const { tokens, jwks } = await issueTokens(USERS_ASKING);
  const { server, urls, jwksUrl, asked } = await startSubgraphs(jwks);
  running.push(server);
  const files = writeGraph(FOLDER, urls);
  const { profile } = options;
  const setting = { files, subgraphUrls: urls, jwksUrl, folder: FOLDER, profile };
  const contenders: Contender[] = [];
  for (const name of names) {
    const contender = await startContender(name, setting);
    contenders.push(contender);
    running.push(contender.server);
  }
  const send = createLoad(FOLDER, options.connections);
  const bench: Bench = { ...options, send, asked, say };
  const tables: Table[] = [];
  for (const name of options.works)
    tables.push(await tableOf(bench, contenders, workOf(name, tokens)));
  return tables;
}

async function tableOf(bench: Bench, all: readonly Contender[], work: Work): Promise<Table> {
  const { name, title } = work;
  const able = all.filter(({ does }) => does(name));
  const verified = await verifyEqual(able, work);
  say(`${name}: ${able.length} gateways answer ${verified} requests with the same data.`);
  const rows = await measureWork(bench, able, work);
  await verifyEqual(able, work, SAMPLED_AFTER);
  const table = { name, title, rows };
  say(printTable(table));
  return table;
}

async function bench(options: Options): Promise<void> {
  const running: Server[] = [];
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  try {
    const tables = await run(options, running);
    if (options.full) say(`Written down in ${record(options, tables)}.`);
  } finally {
    const end = options.profile ? 'close' : 'stop';
    await Promise.all(running.map((server) => server[end]()));
    if (options.profile) say(`The profile is in ${PROFILES}.`);
  }
}

try {
  const options = readOptions();
  if (options.help) process.stdout.write(HELP);
  else await bench(options);
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
