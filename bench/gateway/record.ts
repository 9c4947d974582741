import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { loadTool } from './load.ts';
import type { Options } from './options.ts';
import { notSaturated, type Table } from './report.ts';

const FOLDER = join('bench', 'results');

/** Writes down what was measured, on what, and says where. */
export function record(options: Options, tables: readonly Table[]): string {
  const { rounds, seconds, connections } = options;
  const file = join(FOLDER, 'gateway.json');
  const result = {
    at: new Date(),
    machine: { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length },
    load: { tool: loadTool(), rounds, seconds, connections },
    works: tables.map((table) => ({ ...table, notSaturated: notSaturated(table) })),
  };
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  return file;
}
