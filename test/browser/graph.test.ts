import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { type Demo, startDemo } from '../federation/support/demo.ts';
import { type Graph, startGraph } from '../federation/support/graph.ts';
import { expectGraphiqlAt, launchChromium, newPage } from '../support/browser.ts';

let demo: Demo;
let graph: Graph;
let browser: Browser;

beforeAll(async () => {
  demo = await startDemo();
  [graph, browser] = await Promise.all([startGraph('local', demo.urls), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await graph.close();
  await demo.stop();
});

it('answers the headline to the student persona, from four subgraphs', async () => {
  const page = await newPage(browser);
  await expectGraphiqlAt(page, `${graph.origin}/`, {
    tabs: [
      'MyJourney',
      'Capacity',
      'MissingBaseline',
      'OpenNearby',
      'Outcomes',
      'Perkins',
      'PicCaseload',
      'Pipeline',
      'RecordAndLog',
      'WhosOnTheMap',
    ],
    persona: 'student',
    answer: /"currentStage": ?"CAREER_IMMERSION"[\s\S]*"employer": ?\{\s*"name"/,
  });
  await page.close();
});
