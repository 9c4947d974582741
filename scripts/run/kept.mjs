import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '..', '..');
const BUILDS = join(ROOT, '.cache', 'build');

export const hashOf = (content) => createHash('sha256').update(content).digest('hex');

/** `.cache/build/scripts-start`, for scripts/start.ts. */
export const homeOf = (source) =>
  join(BUILDS, relative(ROOT, source).replace(/\.ts$/, '').split(sep).join('-'));

const recordOf = (source) => join(homeOf(source), 'record.json');

/** A file as it is now: what it says, and how to see without reading it that it still says so. */
export function look(path) {
  const { size, mtimeMs } = statSync(path);
  const content = readFileSync(path, 'utf8');
  return { content, seen: { path, size, mtimeMs, hash: hashOf(content) } };
}

/** A checkout, a copy and an image's layers give the same content other times: then it is read. */
function isUnchanged({ path, size, mtimeMs, hash }) {
  const now = statSync(path, { throwIfNoEntry: false });
  if (now === undefined || now.size !== size) return false;
  return now.mtimeMs === mtimeMs || hashOf(readFileSync(path)) === hash;
}

/** The last build of a program, or null where there is none or its sources have changed. */
export function findKept(source) {
  const record = readRecord(source);
  if (record?.root !== ROOT || !existsSync(record.program)) return null;
  return record.seen.every(isUnchanged) ? record : null;
}

function readRecord(source) {
  try {
    return JSON.parse(readFileSync(recordOf(source), 'utf8'));
  } catch {
    // None yet, or one that was cut short: as good as none.
    return null;
  }
}

/** Others read it at any time: it is there whole or not at all. */
export function keep(source, record) {
  const [file, next] = [recordOf(source), `${recordOf(source)}.${process.pid}`];
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(next, JSON.stringify({ root: ROOT, ...record }));
  renameSync(next, file);
}
