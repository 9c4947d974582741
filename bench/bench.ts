import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { exportJWK, generateKeyPair } from 'jose';
import { gateways } from './gateways.ts';
import { type JourneyTable, journeyAt } from './journey.ts';
import { pinSelf } from './processes.ts';
import type { Measured } from './rounds.ts';

const HELP = `Measures side by side, after verifying that all answer the same.

  npm run bench                    both tables; the first run fills the large databases, which takes minutes
  npm run bench -- --sizes 5000    the journey at these numbers of students only (repeatable)
  npm run bench -- --no-gateways   without the second table

Ratios are the medians of the rounds' own ratios; results go to bench/results/journey.json.
`;

const { values } = parseArgs({
  allowNegative: true,
  options: {
    sizes: { type: 'string', multiple: true, default: ['5000', '480000'] },
    gateways: { type: 'boolean', default: true },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

const say = (text = '') => process.stdout.write(`${text}\n`);
const cell = (value: number, digits: number) => value.toFixed(digits).padStart(12);

function show(title: string, rows: readonly Measured[]): void {
  say(`\n${title}`);
  say(
    `${'server'.padEnd(20)}${'requests/s'.padStart(12)}${'ratio'.padStart(12)}${'CPU ms/req'.padStart(12)}${'p50 ms'.padStart(12)}`,
  );
  for (const { name, throughput, ratio, cpuMs, p50 } of rows)
    say(
      `${name.padEnd(20)}${cell(throughput, 0)}${cell(ratio, 2)}${cell(cpuMs, 2)}${cell(p50, 0)}`,
    );
}

/** Everything but the server under test. */
const OTHER_CORE = 1;

async function bench(): Promise<void> {
  pinSelf(OTHER_CORE);
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = await exportJWK(privateKey);
  const journeys: JourneyTable[] = [];
  for (const size of values.sizes.map(Number)) {
    const table = await journeyAt(size, key);
    journeys.push(table);
    show(`(a) The journey at ${size} students`, table.rows);
    for (const [name, ms] of Object.entries(table.alone))
      say(`    ${name}, one request after another: p50 ${ms.toFixed(2)} ms`);
  }
  const rows = values.gateways ? await gateways(key) : [];
  if (values.gateways)
    show('(b) The journey at 5000 students, by gateway; stock with the same transport is 1', rows);

  mkdirSync('bench/results', { recursive: true });
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
  const text = JSON.stringify({ at: new Date(), machine, journeys, gateways: rows }, null, 2);
  writeFileSync('bench/results/journey.json', `${text}\n`);
}

if (values.help) say(HELP);
else {
  await bench();
  process.exit(0);
}
