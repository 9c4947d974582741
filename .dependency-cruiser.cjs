/** The import boundaries of the house (docs/decisions/0001). Each is an error. */
module.exports = {
  forbidden: [
    {
      name: 'subgraphs-are-strangers',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/' },
      to: { path: '^subgraphs/', pathNot: '^subgraphs/$1/' },
    },
    {
      name: 'gateway-knows-no-subgraph',
      severity: 'error',
      from: { path: '^gateway/' },
      to: { path: '^subgraphs/' },
    },
    {
      name: 'platform-knows-nobody',
      severity: 'error',
      from: { path: '^platform/' },
      to: { path: '^(gateway|subgraphs|scripts|test|bench)/' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/domain/' },
      to: { pathNot: ['^subgraphs/$1/domain/', '^platform/(errors|vocabulary)\\.ts$'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: '/generated/' },
      to: { circular: true },
    },
    {
      name: 'code-imports-no-tests',
      severity: 'error',
      from: { pathNot: '^(test|bench)/' },
      to: { path: '^test/' },
    },
    {
      name: 'nothing-imports-benches',
      severity: 'error',
      from: { pathNot: '^bench/' },
      to: { path: '^bench/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules|/generated/' },
  },
};
