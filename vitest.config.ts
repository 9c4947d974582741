import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { z } from 'zod';
import { readEnv } from './platform/env.ts';

/** Real databases, processes and browsers start in hooks; on a busy laptop that takes a while. */
const PATIENCE_MS = 60_000;
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const project = (name: string, include: string[], exclude: string[] = []) => ({
  // One copy of graphql-js: its ESM and CommonJS files are two realms to each other.
  resolve: { alias: { graphql: 'graphql/index.js' } },
  test: {
    name,
    include,
    exclude,
    testTimeout: PATIENCE_MS,
    hookTimeout: PATIENCE_MS,
    pool: 'forks' as const,
  },
});

/** On a machine without Chromium the page's tests are left out, loudly; in CI that is a failure instead. */
function withoutBrowser(): string[] {
  const env = readEnv({ CI: z.string().optional(), CHROMIUM_PATH: z.string().optional() });
  if (env.CI || env.CHROMIUM_PATH || CHROMIUM.some((path) => existsSync(path))) return [];
  process.stderr.write(
    '\nSKIPPED: the tests of the page in a browser, for there is no Chromium. Debian: apt-get install chromium\n\n',
  );
  return ['test/browser/**/*.test.ts'];
}

export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      project('unit', ['test/domain/**/*.test.ts']),
      project('platform', ['test/platform/**/*.test.ts']),
      project('schema', ['test/schema/**/*.test.ts']),
      project('subgraph', ['test/subgraphs/**/*.test.ts']),
      project('seed', ['test/seed/**/*.test.ts']),
      project('gateway', ['test/gateway/**/*.test.ts']),
      project('federation', ['test/federation/**/*.test.ts']),
      project('browser', ['test/browser/**/*.test.ts'], withoutBrowser()),
      project('process', ['test/process/**/*.test.ts']),
    ],
  },
});
