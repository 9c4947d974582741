import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  execute,
  expectGraphiqlAt,
  launchChromium,
  newPage,
  requireChromium,
  tabTitles,
  watch,
} from '../support/browser.ts';
import {
  type GraphiqlServer,
  OPERATIONS,
  startGraphiqlServer,
} from '../support/graphiql-server.ts';

const TABS = OPERATIONS.map(({ name }) => name);

let browser: Browser;
let server: GraphiqlServer;
let page: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([
    launchChromium(),
    startGraphiqlServer({ personas: ['student', 'employer'] }),
  ]);
});
afterAll(() => Promise.all([browser.close(), server.app.close()]));
beforeEach(async () => {
  page = await newPage(browser);
});
afterEach(() => page.close());

const open = async (url = server.url) => {
  await page.goto(url);
  await page.getByRole('tab').first().waitFor();
};
const askAs = (label: string) => page.getByLabel('Ask as').selectOption({ label });

describe('GraphiQL at the root', () => {
  it('opens with the sample operations in order, the first one ready to run, from its own host', () =>
    expectGraphiqlAt(page, server.url, {
      tabs: TABS,
      persona: 'student',
      answer: /"asks":"student-\d+"/,
    }));

  it('keeps the tabs and the variables over a reload', async () => {
    await open();
    await page.reload();
    await page.getByRole('tab').first().waitFor();
    expect(await tabTitles(page)).toEqual(TABS);
    await page.getByRole('tab', { name: 'Double' }).click();
    expect(JSON.parse(await execute(page))).toEqual({ data: { double: 42 } });
  });

  it('fills in the variables of the first operation, on the first visit and after a reload', async () => {
    const operations = [...OPERATIONS].reverse().slice(1);
    const other = await startGraphiqlServer({ personas: null, operations });
    try {
      await open(other.url);
      expect(JSON.parse(await execute(page))).toEqual({ data: { double: 42 } });
      await open(other.url);
      expect(await tabTitles(page)).toEqual(['Double', 'WhoAsks']);
      expect(JSON.parse(await execute(page))).toEqual({ data: { double: 42 } });
    } finally {
      await other.app.close();
    }
  });

  it('runs an operation whose text would close the element that carries it', async () => {
    await open();
    await page.getByRole('tab', { name: 'Hostile' }).click();
    expect(await execute(page)).toContain('"asks"');
  });

  it('shows the description of the schema in the documentation', async () => {
    const { complaints } = watch(page, server.url);
    await open();
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByText('The graph that the browser test asks.').waitFor();
    await page.getByRole('link', { name: 'Query' }).click();
    await page.getByText('Who asks: the bearer token, as it came.').waitFor();
    expect(complaints).toEqual([]);
  });

  it('opens its settings and its shortcuts under the content security policy', async () => {
    const { complaints } = watch(page, server.url);
    await open();
    for (const dialog of ['Open settings dialog', 'Open short keys dialog']) {
      await page.getByRole('button', { name: dialog }).click();
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
    }
    expect(complaints).toEqual([]);
  });
});

describe('the persona switcher', () => {
  it('asks as the chosen persona from the next request on', async () => {
    await open();
    await askAs('employer');
    await page.getByText('persona: employer').waitFor();
    expect(await execute(page)).toMatch(/"asks":"employer-\d+"/);
  });

  it('asks without a token as nobody', async () => {
    await open();
    await askAs('no token');
    expect(JSON.parse(await execute(page))).toEqual({ data: { asks: null } });
    expect(server.asked.at(-1)).not.toHaveProperty('authorization');
  });

  it('renews a token that the gateway refuses, once', async () => {
    await open();
    const { data } = JSON.parse(await execute(page));
    server.revoke(data.asks);
    const [refused, answered] = [
      page.waitForResponse((response) => response.status() === 401),
      page.waitForResponse((response) => response.url().endsWith('/graphql') && response.ok()),
    ];
    await page.getByRole('button', { name: /^Execute query/ }).click();
    await refused;
    expect(await (await answered).json()).not.toEqual({ data });
  });

  it('says so when the issuer has no token, and sends nothing in its place', async () => {
    await page.route('**/dev/token', (route) => route.fulfill({ status: 404 }));
    await open();
    await page.getByText('No token for "student": the issuer answered 404.').first().waitFor();
    const before = server.asked.length;
    await page.getByRole('button', { name: /^Execute query/ }).click();
    await page.locator('.result-window', { hasText: 'the issuer answered 404' }).waitFor();
    expect(server.asked).toHaveLength(before);
  });

  it('keeps the token out of the address and of every storage', async () => {
    await open();
    const { data } = JSON.parse(await execute(page));
    const kept = await page.evaluate(
      'JSON.stringify([location.href, document.cookie, { ...localStorage }, { ...sessionStorage }])',
    );
    expect(kept).toContain('graphiql:tabState');
    expect(kept).not.toContain(data.asks);
  });

  it('is absent where there is no development issuer', async () => {
    const production = await startGraphiqlServer({ personas: null });
    try {
      await open(production.url);
      expect(await page.getByLabel('Ask as').count()).toBe(0);
      expect(JSON.parse(await execute(page))).toEqual({ data: { asks: null } });
    } finally {
      await production.app.close();
    }
  });
});

describe('what the page sends', () => {
  it('is JSON that no foreign form can forge', async () => {
    await open();
    await execute(page);
    expect(server.asked.at(-1)).toMatchObject({
      'content-type': 'application/json',
      'apollo-require-preflight': 'true',
    });
  });
});

it('names the package to install where Chromium is absent', () => {
  expect(() => requireChromium(['/nowhere/chromium'])).toThrow(/apt-get install -y chromium/);
});
