import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const ASK = join(import.meta.dirname, '../support/ask-securely.ts');

function hasOpenssl(): boolean {
  try {
    execFileSync('openssl', ['version']);
    return true;
  } catch {
    process.stderr.write(
      'SKIPPED: subgraphs over TLS, for there is no openssl to make a certificate.\n',
    );
    return false;
  }
}

describe.skipIf(!hasOpenssl())('a subgraph over TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tls-'));
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  let server: Server;
  let connections = 0;

  beforeAll(async () => {
    const about = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
    const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
    execFileSync('openssl', ['req', ...kind, ...about, '-keyout', key, '-out', certificate], {
      stdio: 'ignore',
    });
    const pair = { key: readFileSync(key), cert: readFileSync(certificate) };
    server = createServer(pair, (request, response) => {
      request.resume().on('end', () => {
        response.setHeader('content-type', 'application/json').end('{"data":{"me":"Ángel"}}');
      });
    });
    server.on('secureConnection', () => {
      connections += 1;
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
  });

  async function ask(trusted: string | undefined): Promise<string> {
    const { port } = server.address() as AddressInfo;
    const url = `https://localhost:${port}/graphql`;
    const env = trusted ? { NODE_EXTRA_CA_CERTS: trusted } : {};
    const { stdout } = await run(process.execPath, ['--import', 'tsx', ASK, url], { env });
    return stdout.trim();
  }

  it('is asked over one connection, where its certificate is trusted', async () => {
    expect(JSON.parse(await ask(certificate))).toEqual([{ me: 'Ángel' }, { me: 'Ángel' }]);
    expect(connections).toBe(1);
  });

  it('is not asked where its certificate is not', async () => {
    expect(await ask(undefined)).toMatch(/self-signed certificate/);
  });
});
