import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { z } from 'zod';
import { readEnv } from './platform/env.ts';

/** Real databases, processes and browsers start in hooks; on a busy laptop that takes a while. */
const PATIENCE_MS = 60_000;
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** For projects whose tests have databases. */
const WITH_POSTGRES = { globalSetup: ['test/support/run-postgres.ts'] };

const project = (name: string, include: string[], own: object = {}) => ({
  // One copy of graphql-js: its ESM and CommonJS files are two realms to each other.
  resolve: { alias: { graphql: 'graphql/index.js' } },
  test: {
    name,
    include,
    testTimeout: PATIENCE_MS,
    hookTimeout: PATIENCE_MS,
    pool: 'forks' as const,
    ...own,
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
      project('platform', ['test/platform/**/*.test.ts'], WITH_POSTGRES),
      project('schema', ['test/schema/**/*.test.ts']),
      project('subgraph', ['test/subgraphs/**/*.test.ts'], WITH_POSTGRES),
      project('seed', ['test/seed/**/*.test.ts'], WITH_POSTGRES),
      project('gateway', ['test/gateway/**/*.test.ts']),
      project('federation', ['test/federation/**/*.test.ts'], WITH_POSTGRES),
      project('browser', ['test/browser/**/*.test.ts'], {
        ...WITH_POSTGRES,
        exclude: withoutBrowser(),
      }),
      project('process', ['test/process/**/*.test.ts']),
    ],
  },
});
