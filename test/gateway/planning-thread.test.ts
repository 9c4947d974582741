import { afterEach, describe, expect, it } from 'vitest';
import { DOCUMENT_LIMITS } from '../../gateway/document/limits.ts';
import { createJobs } from '../../gateway/planning/jobs.ts';
import { loadSupergraph, PLANNING_HERE } from '../../gateway/planning/plan-here.ts';
import type { Planning } from '../../gateway/planning/planner.ts';
import { createPlanningThread } from '../../gateway/planning/planning-thread.ts';
import { compose, fixtureSupergraph, localTransport, startGateway } from './support/gateways.ts';

const LIMITS = {
  budgetMs: 2_000,
  firstBudgetMs: 60_000,
  coldBudgetMs: 60_000,
  waiting: 3,
  waitMs: 60_000,
  answerMs: 60_000,
};
const NO_LABELS = new Map<string, boolean>();
const JOURNEY = '{ student(id: "s") { name placements { hours } } }';

/** Every field of three types in twelve subgraphs: a document of 1 KB has more plans than can be weighed. */
const names = Array.from({ length: 12 }, (_, index) => `s${index}`);
const many = loadSupergraph(
  compose(
    Object.fromEntries(
      names.map((name) => [
        name,
        `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])
         type Query { node: Node @shareable }
         interface Node { id: ID! next: Node other: Node }
         ${['A', 'B', 'C']
           .map(
             (type) =>
               `type ${type} implements Node @key(fields: "id") { id: ID! @shareable next: Node @shareable other: Node @shareable }`,
           )
           .join('\n')}`,
      ]),
    ),
  ),
);
const nested = (levels: number): string =>
  levels === 0
    ? 'id'
    : `next { ... on A { ${nested(levels - 1)} } ... on B { ${nested(levels - 1)} } ... on C { other { id } } }`;
const HARD = `{ node { ${nested(7)} } }`;

let planning: Planning | null = null;
const begin = (limits = LIMITS) => {
  planning = createPlanningThread(limits);
  return planning;
};
afterEach(async () => {
  await planning?.close();
});

describe('the planning thread', () => {
  it('makes the plans that planning here makes', async () => {
    const supergraph = loadSupergraph(fixtureSupergraph());
    const texts = [JOURNEY, '{ whoAmI { role } }'];
    const there = await begin().planner(supergraph)(texts, NO_LABELS);
    const here = await PLANNING_HERE.planner(supergraph)(texts, NO_LABELS);
    expect(there).toEqual(JSON.parse(JSON.stringify(here)));
  });

  it('is ended by a document that takes too long, and the next one gets another', async () => {
    const { planner } = begin({ ...LIMITS, budgetMs: 400 });
    const plan = planner(many);
    await plan(['{ node { id } }'], NO_LABELS);
    await expect(plan([HARD], NO_LABELS)).rejects.toMatchObject({
      message: expect.stringContaining('more than 400 ms'),
      extensions: { code: 'DOCUMENT_TOO_COMPLEX', limit: 400 },
    });
    expect(await plan(['{ node { id } }'], NO_LABELS)).toHaveLength(1);
  });

  it('keeps no more waiting than its limit', async () => {
    const plan = begin().planner(many);
    const asked = Array.from({ length: 6 }, () => plan(['{ node { id } }'], NO_LABELS));
    const settled = await Promise.allSettled(asked);
    const refused = settled.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(2);
    expect(refused[0]).toMatchObject({ reason: { extensions: { code: 'OVERLOADED', limit: 3 } } });
  });

  it('refuses whoever waited too long behind others', async () => {
    const plan = begin({ ...LIMITS, budgetMs: 1_000, waitMs: 200 }).planner(many);
    await plan(['{ node { id } }'], NO_LABELS);
    const [hard, ...behind] = [HARD, '{ node { id } }', '{ node { __typename } }'].map((text) =>
      plan([text], NO_LABELS),
    );
    const settled = await Promise.allSettled([hard, ...behind]);
    expect(settled.map((one) => one.status === 'rejected' && one.reason.extensions.code)).toEqual([
      'DOCUMENT_TOO_COMPLEX',
      'OVERLOADED',
      'OVERLOADED',
    ]);
  });

  it('reads a supergraph however many documents wait', async () => {
    const { load, planner } = begin();
    const plan = planner(many);
    const asked = Array.from({ length: 4 }, () => plan(['{ node { id } }'], NO_LABELS));
    const sdl = fixtureSupergraph();
    expect(await load(sdl)).toMatchObject({ sdl });
    expect(await Promise.all(asked)).toHaveLength(4);
  });

  it('is waited for as long as a request may take, whatever it is at', async () => {
    const { planner } = begin({ ...LIMITS, budgetMs: 60_000, answerMs: 500 });
    const plan = planner(many);
    await plan(['{ node { id } }'], NO_LABELS);
    const settled = await Promise.allSettled(
      [HARD, '{ node { __typename } }'].map((text) => plan([text], NO_LABELS)),
    );
    const late = { extensions: { code: 'OVERLOADED', limit: 500 } };
    expect(settled).toMatchObject([{ reason: late }, { reason: late }]);
  });

  it('has what it was given though texts come that are no supergraph', async () => {
    const { load, planner } = begin({ ...LIMITS, budgetMs: 1_000 });
    const plan = planner(await load(many.sdl));
    for (let times = 0; times < 4; times += 1)
      await expect(load(`type Query { a${times}: Int }`)).rejects.toThrow();
    expect(await plan(['{ node { id } }'], NO_LABELS)).toHaveLength(1);
  });

  it('says of a supergraph that takes too long that it is the supergraph', async () => {
    const { load } = begin({ ...LIMITS, firstBudgetMs: 1 });
    await expect(load(fixtureSupergraph())).rejects.toThrow(/To read it takes more than 1 ms/);
  });

  it('that breaks says of what, and the next document gets another', async () => {
    const limits = { ...LIMITS, waiting: 1 };
    const overBudget = () => new Error('too long');
    const jobs = createJobs(limits, {
      onStart() {},
      overBudget,
      overFull: overBudget,
      overLate: overBudget,
    });
    const broken = new Promise<unknown>((settle, reject) =>
      jobs.add({ begin: (thread) => thread.send(JSON.parse('null')), settle, reject }),
    );
    await expect(broken).rejects.toThrow(/kind/);
    const sdl = fixtureSupergraph();
    const next = new Promise<unknown>((settle, reject) =>
      jobs.add({
        begin: (thread, job) => thread.send({ kind: 'load', job, supergraph: 1, sdl }),
        settle,
        reject,
      }),
    );
    expect(await next).toMatchObject({ loaded: expect.anything() });
    await jobs.close();
  });

  it('gives a document that begins a thread little longer than any other', async () => {
    const plan = begin({ ...LIMITS, coldBudgetMs: 200 }).planner(many);
    const settled = await Promise.allSettled([HARD, HARD].map((text) => plan([text], NO_LABELS)));
    expect(settled).toEqual([
      {
        status: 'rejected',
        reason: expect.objectContaining({
          extensions: { code: 'DOCUMENT_TOO_COMPLEX', limit: 2_000 },
        }),
      },
      {
        status: 'rejected',
        reason: expect.objectContaining({
          extensions: { code: 'DOCUMENT_TOO_COMPLEX', limit: 2_000 },
        }),
      },
    ]);
  });

  it('answers what is asked of the schema, as far as that has an end', async () => {
    const introspect = begin().introspector(many);
    const one = 'query ($of: String!) { mine: __type(name: $of) { name } }';
    expect(await introspect(one, { of: 'A' })).toEqual(new Map([['mine', '{"name":"A"}']]));
    const everything = Array.from(
      { length: 20_000 },
      (_, i) => `a${i}: __schema { types { kind name } }`,
    );
    const introspectHere = PLANNING_HERE.introspector(many);
    await expect(introspectHere(`{ ${everything.join(' ')} }`, {})).rejects.toMatchObject({
      extensions: { code: 'DOCUMENT_TOO_COMPLEX', limit: 2 * 1024 * 1024 },
    });
  });

  it('says what is wrong with a text that cannot be planned, and goes on', async () => {
    const plan = begin().planner(many);
    await expect(plan(['{ nothing }'], NO_LABELS)).rejects.toThrow(/nothing/);
    expect(await plan(['{ node { id } }'], NO_LABELS)).toHaveLength(1);
  });

  it('plans on the supergraph that each planner was made of', async () => {
    const { planner } = begin();
    const plans = await Promise.all([
      planner(many)(['{ node { id } }'], NO_LABELS),
      planner(loadSupergraph(fixtureSupergraph()))(['{ whoAmI { role } }'], NO_LABELS),
      planner(many)(['{ node { id } }'], NO_LABELS),
    ]);
    expect(JSON.stringify(plans[1])).toContain('whoAmI');
    expect(plans[0]).toEqual(plans[2]);
  });
});

describe('a gateway', () => {
  it('answers what it has planned while it plans something hard, and remembers what is too hard', async () => {
    const running = await startGateway({
      transport: localTransport(),
      supergraph: { sdl: many.sdl },
      planning: begin({ ...LIMITS, budgetMs: 1_000 }),
      limits: { ...DOCUMENT_LIMITS, repeats: 1_000 },
    });
    await running.ask('{ node { __typename } }');
    const done: string[] = [];
    const hard = running.ask(HARD).then((answer) => {
      done.push('hard');
      return answer;
    });
    for (let times = 0; times < 5; times += 1) await running.ask('{ node { __typename } }');
    done.push('planned');
    const { errors } = await hard;
    expect(errors?.[0]?.extensions.code).toBe('DOCUMENT_TOO_COMPLEX');
    expect(done).toEqual(['planned', 'hard']);
    expect((await running.ask(HARD)).errors).toEqual([
      expect.objectContaining({ message: errors?.[0]?.message }),
    ]);
    await running.gateway.close();
  });
});
