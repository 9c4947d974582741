import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';

/**
 * Hive Gateway's runtime, with its JavaScript planner or, as its guide does it, the Rust one. Arguments: the
 * supergraph's file, a port, `js` or `rust`.
 */
const [file, port, planner] = process.argv.slice(2);
const gateway = createGatewayRuntime({
  supergraph: readFileSync(file, 'utf8'),
  logging: 'warn',
  ...(planner === 'rust' ? { unifiedGraphHandler } : {}),
});
createServer(gateway).listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'));
