import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from './compose-file.ts';

const JOURNEY = readFileSync(join(ROOT, 'schema', 'operations', 'my-journey.graphql'), 'utf8');

const post = (url: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

export async function requestToken(origin: string, persona: string): Promise<string> {
  const response = await post(`${origin}/dev/token`, { persona });
  return z.object({ token: z.string() }).parse(await response.json()).token;
}

const graphqlAnswer = z.union([
  z
    .object({ data: z.unknown(), errors: z.undefined().optional() })
    .refine(({ data }) => data != null),
  z.object({ data: z.unknown().optional(), errors: z.array(z.unknown()).min(1) }),
]);

export async function ask(origin: string, token: string, query: string, variables = {}) {
  const headers = { authorization: `Bearer ${token}` };
  const response = await post(`${origin}/graphql`, { query, variables }, headers);
  const text = await response.text();
  const answer = graphqlAnswer.safeParse(JSON.parse(text));
  if (answer.success) return answer.data;
  throw new Error(`The gateway answers ${response.status} and no GraphQL: ${text}`);
}

const named = z.object({ name: z.string() });

/** Something of each of the four subgraphs, so that a hole in any of them is seen. */
const journey = z.object({
  me: z.object({
    displayName: z.string(),
    school: named,
    myCap: z.object({ currentStage: z.string(), activities: z.array(z.unknown()).min(1) }),
    placements: z.object({
      nodes: z.tuple(
        [
          z.object({
            site: z.object({ name: z.string(), employer: named }),
            wblPlan: z.object({ skillGain: z.array(z.unknown()).min(1) }),
          }),
        ],
        z.unknown(),
      ),
    }),
  }),
});

/** Asks the headline as the student, and fails unless all four subgraphs answered and nobody complained. */
export async function expectJourney(origin: string): Promise<void> {
  const { data, errors } = await ask(origin, await requestToken(origin, 'student'), JOURNEY);
  if (errors !== undefined) throw new Error(`The journey has errors: ${JSON.stringify(errors)}`);
  journey.parse(data);
}
