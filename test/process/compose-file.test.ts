import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { subgraphKey } from '../../platform/actor-token.ts';
import { feedKey } from '../../platform/feed/feed-token.ts';
import { SUBGRAPHS } from '../../platform/subgraph.ts';
import { inStartOrder, ROOT, readComposeFile } from './compose-file.ts';

const services = readComposeFile();
const ours = [...services].filter(([, service]) => service.build !== undefined);
const dockerfile = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
const lines = (instruction: string) =>
  dockerfile.split('\n').filter((line) => line.startsWith(`${instruction} `));

describe('docker-compose.yml', () => {
  it('starts PostgreSQL, then the subgraphs, then the seed, then the gateway', () => {
    expect(inStartOrder(services)).toEqual(['postgres', ...SUBGRAPHS, 'seed', 'gateway']);
  });

  it('checks the health of whatever runs on, and waits for what ends', () => {
    for (const [name, service] of services) {
      const oneShot = service.restart === 'no';
      expect([name, 'disable' in service.healthcheck]).toEqual([name, oneShot]);
      for (const [dependency, { condition }] of Object.entries(service.depends_on)) {
        const ends = services.get(dependency)?.restart === 'no';
        expect(condition).toBe(ends ? 'service_completed_successfully' : 'service_healthy');
      }
    }
  });

  it('has one door, for this machine only', () => {
    const open = [...services].filter(([, { ports }]) => ports.length > 0);
    expect(open.map(([name, { ports }]) => [name, ports])).toEqual([
      ['gateway', ['127.0.0.1:4000:4000']],
    ]);
  });

  it('runs nothing as root, and no image by a tag that moves to another major version', () => {
    const users = [...services.values()].map(({ build, user }) =>
      build === undefined ? user : lines('USER').at(-1)?.slice('USER '.length),
    );
    expect(new Set(users)).toEqual(new Set(['postgres', 'node']));
    const images = [...services.values()].map(({ image }) => image);
    for (const image of [...images, ...lines('FROM').map((line) => line.split(' ')[1])])
      expect(image).toMatch(/:\d/);
  });

  it("gives each subgraph the key derived from the gateway's secret, and no more", () => {
    const { ACTOR_TOKEN_SECRET: secret = '' } = services.get('gateway')?.environment ?? {};
    expect(secret).toContain('demo-only');
    for (const name of SUBGRAPHS) {
      const { environment } = services.get(name) ?? {};
      expect(environment?.ACTOR_TOKEN_KEY).toBe(subgraphKey(secret, name));
      expect(environment).not.toHaveProperty('ACTOR_TOKEN_SECRET');
    }
  });

  it('gives each subgraph the key to its feed and where the others have theirs, and the gateway none', () => {
    const { ACTOR_TOKEN_SECRET: secret = '' } = services.get('gateway')?.environment ?? {};
    const keys = SUBGRAPHS.map((name) => feedKey(secret, name));
    const urls = SUBGRAPHS.map((name) => `http://${name}:4000/feed`);
    for (const [index, name] of SUBGRAPHS.entries()) {
      const { environment = {} } = services.get(name) ?? {};
      const given = Object.entries(environment).filter(([variable]) => variable.includes('FEED'));
      expect(environment.FEED_KEY).toBe(keys[index]);
      expect(new Set(given.map(([, value]) => value))).toEqual(
        new Set([...keys, ...urls.filter((_, other) => other !== index)]),
      );
    }
    expect(Object.keys(services.get('gateway')?.environment ?? {}).join()).not.toContain('FEED');
  });

  it('names no variable that .env.example does not', () => {
    const known = readFileSync(join(ROOT, '.env.example'), 'utf8');
    const text = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8');
    const interpolated = [...text.matchAll(/\$\{(\w+)/g)].map(([, name]) => `${name}`);
    const given = ours.flatMap(([, { environment }]) => Object.keys(environment));
    for (const name of [...interpolated, ...given]) expect(known).toMatch(RegExp(`^${name}=`, 'm'));
  });
});

describe('the Dockerfile', () => {
  const ignore = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n');
  const copied = lines('COPY')
    .filter((line) => !line.includes('--from='))
    .flatMap((line) => line.split(' ').slice(1, -1));

  it.each([...new Set(copied)])('copies %s, which is there and is sent to the builder', (path) => {
    expect(existsSync(join(ROOT, path))).toBe(true);
    expect(ignore).toContain(`!${path}`);
  });

  it('has what every service and mount names', () => {
    const commands = ours.map(([, { command }]) => command[0] ?? '');
    const mounts = [...services.values()].flatMap(({ volumes }) => volumes);
    const files = mounts
      .filter((mount) => mount.startsWith('./'))
      .map((mount) => mount.split(':')[0] ?? '');
    for (const path of [...commands, ...files]) expect(existsSync(join(ROOT, path))).toBe(true);
  });
});
