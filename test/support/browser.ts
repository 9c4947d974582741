import { accessSync, constants } from 'node:fs';
import { type Browser, chromium, type Page, type Request } from 'playwright-core';
import { expect } from 'vitest';
import { z } from 'zod';
import { readEnv } from '../../platform/env.ts';
import { PATIENCE_MS } from './patience.ts';

const USUAL_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Keeps Chromium from calling anyone but the page's own server. */
const OFFLINE_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Throws where there is no Chromium: a browser test that skips itself proves nothing. */
export function requireChromium(candidates = chromiumCandidates()): string {
  const found = candidates.find(isExecutable);
  if (found !== undefined) return found;
  throw new Error(
    `No Chromium at ${candidates.join(', ')}. Install it (Debian: apt-get install -y chromium) ` +
      'or set CHROMIUM_PATH to its executable.',
  );
}

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: requireChromium(), args: OFFLINE_ARGS });

/** A page that waits as long as its test does. */
export async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  return page;
}

function chromiumCandidates(): readonly string[] {
  const { CHROMIUM_PATH: named } = readEnv({ CHROMIUM_PATH: z.string().optional() });
  return named === undefined ? USUAL_PATHS : [named];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export type Watch = {
  /** Requests to another origin than the page's. */
  readonly foreign: readonly string[];
  /** Console errors (a broken security policy is one) and uncaught exceptions. */
  readonly complaints: readonly string[];
};

/** Begin before the page is opened. */
export function watch(page: Page, url: string): Watch {
  const { origin } = new URL(url);
  const foreign: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    const target = new URL(request.url());
    if (target.protocol !== 'data:' && target.origin !== origin) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { foreign, complaints };
}

export const tabTitles = (page: Page): Promise<string[]> =>
  page.getByRole('tablist').getByRole('tab').allInnerTexts();

/** Runs the operation of the open tab, waits until its answer is shown, and gives it as text. */
export async function execute(page: Page): Promise<string> {
  const answered = page.waitForResponse(
    (response) => response.ok() && isOperation(response.request()),
  );
  await page.getByRole('button', { name: /^Execute query/ }).click();
  const answer = await (await answered).text();
  await expect.poll(() => shownAnswer(page)).toEqual(JSON.parse(answer));
  return answer;
}

function isOperation(request: Request): boolean {
  const body = request.postData() ?? '';
  return body.includes('"query"') && !body.includes('IntrospectionQuery');
}

/** CodeMirror draws only the lines in view, so its document is asked. */
async function shownAnswer(page: Page): Promise<unknown> {
  const text = await page.evaluate<string>(
    `document.querySelector('.result-window .CodeMirror').CodeMirror.getValue()`,
  );
  return text === '' ? null : JSON.parse(text);
}

export type GraphiqlExpectation = {
  readonly tabs: readonly string[];
  readonly persona: string | null;
  /** Found in the first operation's answer. */
  readonly answer: string | RegExp;
};

/** The whole promise of the page at `url`, be it of a test or of `npm start`. */
export async function expectGraphiqlAt(page: Page, url: string, expected: GraphiqlExpectation) {
  const { foreign, complaints } = watch(page, url);
  await page.goto(url);
  await page.getByRole('tab').first().waitFor();
  expect(await page.title()).toBe('Connecting Activities Graph');
  expect(await tabTitles(page)).toEqual(expected.tabs);
  if (expected.persona !== null) {
    await page.getByText(`persona: ${expected.persona}`).waitFor();
  }
  expect(await execute(page)).toMatch(expected.answer);
  expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] });
}
