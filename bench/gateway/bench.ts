import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { freePort, pinSelf, type Server, startServer } from '../processes.ts';
import {
  CANDIDATES,
  type Candidate,
  type CandidateName,
  type Contender,
  PROFILES,
  startContender,
} from './contenders.ts';
import { NAMES } from './graph/subgraph-roots.ts';
import { writeGraph } from './graph/write-graph.ts';
import { createLoad, loadTool } from './load.ts';
import { type Bench, LOAD_CORE, measureWork } from './measure.ts';
import { HELP, type Options, readOptions } from './options.ts';
import { installPeers } from './peers.ts';
import { printTable, type Table } from './report.ts';
import { issueTokens } from './tokens.ts';
import { verifyEqual } from './verify.ts';
import { USERS_ASKING, workOf } from './work/work.ts';

const FOLDER = join('.cache', 'bench-gateway');
const RESULT = join('bench', 'results', 'gateway.json');
/** Of what was verified before, this part is verified again after the load. */
const SAMPLED_AFTER = 10;

const say = (text: string) => void process.stdout.write(`${text}\n`);

async function startSubgraphs(jwks: object): Promise<{ server: Server; urls: Urls }> {
  const ports = Object.fromEntries(
    await Promise.all(NAMES.map(async (name) => [name, await freePort()] as const)),
  );
  const server = await startServer({
    name: 'subgraphs',
    file: 'bench/gateway/subgraphs.ts',
    env: { SUBGRAPH_PORTS: JSON.stringify(ports), JWKS: JSON.stringify(jwks) },
    core: LOAD_CORE,
  });
  const urlOf = (name: string) => `http://127.0.0.1:${ports[name]}/graphql`;
  const urls = {
    accounts: urlOf('accounts'),
    inventory: urlOf('inventory'),
    products: urlOf('products'),
    reviews: urlOf('reviews'),
  };
  return { server, urls };
}
type Urls = Parameters<typeof writeGraph>[1];

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
  const { server: subgraphs, urls } = await startSubgraphs(jwks);
  running.push(subgraphs);
  const setting = {
    files: writeGraph(FOLDER, urls),
    subgraphUrls: urls,
    jwksUrl: new URL('/jwks', subgraphs.url).href,
    folder: FOLDER,
    profile: options.profile,
  };
  const contenders: Contender[] = [];
  for (const name of names) {
    const contender = await startContender(name, setting);
    contenders.push(contender);
    running.push(contender.server);
  }
  const bench: Bench = {
    send: createLoad(FOLDER, options.connections),
    seconds: options.seconds,
    rounds: options.rounds,
    asked: async () => Number(await (await fetch(new URL('/asked', subgraphs.url))).text()),
    say,
  };
  const tables: Table[] = [];
  for (const name of options.works) {
    const work = workOf(name, tokens);
    const able = contenders.filter(({ does }) => does(name));
    const verified = await verifyEqual(able, work);
    say(`${name}: ${able.length} gateways answer ${verified} requests with the same data.`);
    const rows = await measureWork(bench, able, work);
    await verifyEqual(able, work, SAMPLED_AFTER);
    const table = { name, title: work.title, rows };
    say(printTable(table));
    tables.push(table);
  }
  return tables;
}

function record(options: Options, tables: readonly Table[]): void {
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
  const { rounds, seconds, connections } = options;
  const load = { tool: loadTool(), rounds, seconds, connections };
  const text = JSON.stringify({ at: new Date(), machine, load, tables }, null, 2);
  mkdirSync(join('bench', 'results'), { recursive: true });
  writeFileSync(RESULT, `${text}\n`);
  say(`Written down in ${RESULT}.`);
}

async function bench(options: Options): Promise<void> {
  const running: Server[] = [];
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      for (const server of running) void server.stop();
      process.exit(1);
    });
  try {
    const tables = await run(options, running);
    if (options.full) record(options, tables);
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
