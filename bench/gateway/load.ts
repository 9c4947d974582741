import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Work } from './work/work.ts';

const HERE = import.meta.dirname;
const LONGEST_ANSWER = '30s';

const resultSchema = z.object({
  requests: z.number(),
  seconds: z.number(),
  failed: z.number(),
  p50: z.number(),
  p99: z.number(),
});
/** What the load saw; times of answers in milliseconds. */
export type Load = z.infer<typeof resultSchema>;
/** Sends work to a URL for so many seconds, over so many connections. */
export type SendLoad = (work: Work, url: string, seconds: number) => Promise<Load>;

/** `wrk` costs a tenth of what autocannon does of the core that it shares with the subgraphs. */
export const loadTool = (): 'wrk' | 'autocannon' =>
  spawnSync('wrk', ['--version']).error ? 'autocannon' : 'wrk';

/** The work as files, where the tools read it: one body, or one token, a line. */
function write({ name, bodies, tokens }: Work, folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  return Object.entries({ bodies, tokens }).map(([kind, lines]) => {
    const file = join(folder, `${name}-${kind}.txt`);
    writeFileSync(file, `${lines.join('\n')}\n`);
    return file;
  });
}

function commandOf(tool: ReturnType<typeof loadTool>, connections: number) {
  const lua = join(HERE, 'load.lua');
  const node = ['--import', 'tsx', join(HERE, 'load-with-autocannon.ts'), String(connections)];
  const threads = ['-t1', `-c${connections}`, '--timeout', LONGEST_ANSWER];
  return (url: string, seconds: number, files: readonly string[]): [string, string[]] =>
    tool === 'wrk'
      ? ['wrk', [...threads, `-d${seconds}s`, '-s', lua, url, '--', ...files]]
      : [process.execPath, [...node, String(seconds), url, ...files]];
}

/** `folder` is for what the tool reads. The tool runs on the core of this process. */
export function createLoad(folder: string, connections: number): SendLoad {
  const command = commandOf(loadTool(), connections);
  const run = promisify(execFile);
  return async (work, url, seconds) => {
    const files = write(work, folder);
    const [program, args] = command(url, seconds, files);
    const { stdout } = await run(program, args);
    const last = stdout.trimEnd().split('\n').at(-1) ?? '';
    return resultSchema.parse(JSON.parse(last));
  };
}
