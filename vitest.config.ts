import { defineConfig } from 'vitest/config';

/** Real databases, processes and browsers start in hooks; on a busy laptop that takes a while. */
const PATIENCE_MS = 60_000;

const project = (name: string, ...include: string[]) => ({
  // One copy of graphql-js: its ESM and CommonJS files are two realms to each other.
  resolve: { alias: { graphql: 'graphql/index.js' } },
  test: {
    name,
    include,
    testTimeout: PATIENCE_MS,
    hookTimeout: PATIENCE_MS,
    pool: 'forks' as const,
  },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', 'test/domain/**/*.test.ts'),
      project('platform', 'test/platform/**/*.test.ts'),
      project('schema', 'test/schema/**/*.test.ts'),
      project('subgraph', 'test/subgraphs/**/*.test.ts'),
      project('seed', 'test/seed/**/*.test.ts'),
      project('gateway', 'test/gateway/**/*.test.ts'),
      project('federation', 'test/federation/**/*.test.ts'),
      project('browser', 'test/browser/**/*.test.ts'),
      project('process', 'test/process/**/*.test.ts'),
    ],
  },
});
