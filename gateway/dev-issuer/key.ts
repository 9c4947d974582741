import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { StartupError } from '../../platform/startup-error.ts';

const FILE = 'dev-issuer-key.json';

/** A new private key, gone with the process. */
export async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return await exportJWK(privateKey);
}

const isCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code;

/** The key kept in a data folder, made at the first start: tokens outlive a restart. */
export async function keptKey(dataDir: string): Promise<JWK> {
  const file = join(dataDir, FILE);
  await mkdir(dataDir, { recursive: true });
  try {
    await writeFile(file, JSON.stringify(await newKey()), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!isCode(error, 'EEXIST'))
      throw new StartupError(`The development issuer cannot keep its key in "${file}".`);
  }
  return readKey(await readFile(file, 'utf8'), file);
}

function readKey(text: string, file: string): JWK {
  try {
    return JSON.parse(text);
  } catch {
    throw new StartupError(`"${file}" is not a key. Delete it to have a new one made.`);
  }
}
