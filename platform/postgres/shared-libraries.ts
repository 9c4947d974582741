import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { z } from 'zod';

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm packages hold no symbolic links, so this one lists those that its post-install makes. */
function missingLinks(native: string) {
  const list = join(native, 'pg-symlinks.json');
  const links = existsSync(list) ? Links.parse(JSON.parse(readFileSync(list, 'utf8'))) : [];
  return links
    .map(({ source, target }) => ({ source, target: join(native, relative('native', target)) }))
    .filter(({ target }) => !existsSync(target));
}

export const hasLibraries = (native: string): boolean => missingLinks(native).length === 0;

export function linkLibraries(native: string): void {
  for (const { source, target } of missingLinks(native)) {
    try {
      symlinkSync(basename(source), target);
    } catch (error) {
      if (!existsSync(target)) throw error;
    }
  }
}
