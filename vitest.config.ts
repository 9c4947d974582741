import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { z } from 'zod';
import { readEnv } from './platform/env.ts';
import { PATIENCE_MS } from './test/support/patience.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** For projects whose tests have databases: copies of templates, in one PostgreSQL for the whole run. */
const WITH_POSTGRES = { globalSetup: ['test/support/run-postgres.ts'] };
/** For files that share nothing but modules: loading Prisma, Pothos and Apollo takes longer than they do. */
const IN_ONE_PROCESS = { isolate: false };
/** For files that start whole graphs, kill them and look for free ports: one after another, at the end. */
const ALONE = { fileParallelism: false };

const project = (name: string, include: string[], ...own: readonly object[]) => ({
  // One copy of graphql-js: its ESM and CommonJS files are two realms to each other.
  resolve: { alias: { graphql: 'graphql/index.js' } },
  test: {
    name,
    include,
    testTimeout: PATIENCE_MS,
    hookTimeout: PATIENCE_MS,
    expect: { poll: { timeout: PATIENCE_MS } },
    setupFiles: ['test/support/end-with-run.ts'],
    pool: 'forks' as const,
    ...Object.assign({}, ...own),
  },
});

/** On a machine without Chromium the page's tests are left out, loudly; in CI that is a failure instead. */
function withoutBrowser(): { readonly exclude: readonly string[] } {
  const env = readEnv({ CI: z.string().optional(), CHROMIUM_PATH: z.string().optional() });
  if (env.CI || env.CHROMIUM_PATH || CHROMIUM.some((path) => existsSync(path)))
    return { exclude: [] };
  process.stderr.write(
    '\nSKIPPED: the tests of the page in a browser, for there is no Chromium. Debian: apt-get install chromium\n\n',
  );
  return { exclude: ['test/browser/**/*.test.ts'] };
}

export default defineConfig({
  test: {
    passWithNoTests: true,
    // A file waits for its database half of the time, so that two go well on two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      project('unit', ['test/domain/**/*.test.ts'], IN_ONE_PROCESS),
      project('schema', ['test/schema/**/*.test.ts'], IN_ONE_PROCESS),
      project('subgraph', ['test/subgraphs/**/*.test.ts'], IN_ONE_PROCESS, WITH_POSTGRES),
      project('seed', ['test/seed/**/*.test.ts'], IN_ONE_PROCESS, WITH_POSTGRES),
      project('gateway', ['test/gateway/**/*.test.ts'], IN_ONE_PROCESS),
      project('federation', ['test/federation/**/*.test.ts'], IN_ONE_PROCESS, WITH_POSTGRES),
      project('platform', ['test/platform/**/*.test.ts'], WITH_POSTGRES),
      project('browser', ['test/browser/**/*.test.ts'], WITH_POSTGRES, withoutBrowser()),
      project('process', ['test/process/**/*.test.ts'], ALONE),
    ],
  },
});
