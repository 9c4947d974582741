import { describe, expect, it } from 'vitest';
import { SUBGRAPHS, type SubgraphName } from '../../platform/subgraph.ts';
import { weakenings } from '../../scripts/compose/check-classes.ts';
import { composeSupergraph } from '../../scripts/compose/compose-supergraph.ts';

const HEAD = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@shareable", "@composeDirective"])
    @link(url: "https://connecting-activities.example/classification/v1.0", import: ["@classified", "@record"])
    @composeDirective(name: "@classified")
    @composeDirective(name: "@record")
  directive @classified(as: DataClass!) on FIELD_DEFINITION | OBJECT
  directive @record(subject: String!) on OBJECT
  enum DataClass { PUBLIC STAFF_DIRECTORY EDUCATION_RECORD QUASI_ID DIRECT_ID EVALUATIVE FINANCIAL SPECIAL_CATEGORY }
`;

const composeAll = (sdls: Partial<Record<SubgraphName, string>>) =>
  composeSupergraph(
    new Map(
      SUBGRAPHS.flatMap((name) => {
        const sdl = sdls[name];
        return sdl === undefined ? [] : [[name, HEAD + sdl] as const];
      }),
    ),
  );

const STUDENTS = `
  type Query @classified(as: PUBLIC) { me: Student }
  type Student @key(fields: "id") @record(subject: "id") @classified(as: EDUCATION_RECORD) {
    id: ID!
    name: String @classified(as: DIRECT_ID)
  }`;
const PLACEMENTS = `
  type Student @key(fields: "id") @classified(as: EDUCATION_RECORD) { id: ID! hours: Int }`;

const problemsOf = (sdls: Parameters<typeof composeAll>[0]) => {
  const composition = composeAll(sdls);
  return composition.status === 'refused' ? composition.problems : [];
};

function sdlOf(sdls: Parameters<typeof composeAll>[0]): string {
  const composition = composeAll(sdls);
  if (composition.status === 'refused') throw new Error(composition.problems.join('\n'));
  return composition.sdl;
}

describe('composing', () => {
  it('keeps the classes, and gives each subgraph its URL', () => {
    const sdl = sdlOf({ 'students-and-mycap': STUDENTS, placements: PLACEMENTS });
    expect(sdl).toMatch(/name: String @join__field\([^)]*\) @classified\(as: DIRECT_ID\)/);
    expect(sdl).toContain('@record(subject: "id")');
    expect(sdl).toContain('name: "students-and-mycap", url: "http://127.0.0.1:4003/graphql"');
    expect(sdl).toContain('name: "placements", url: "http://127.0.0.1:4004/graphql"');
  });

  it('is the same for the same SDLs', () => {
    const sdls = { 'students-and-mycap': STUDENTS, placements: PLACEMENTS };
    expect(sdlOf(sdls)).toBe(sdlOf(sdls));
  });

  it('is refused where subgraphs do not fit', () => {
    const other = PLACEMENTS.replace(
      'hours: Int',
      'hours: Int name: Int @classified(as: DIRECT_ID)',
    );
    expect(problemsOf({ 'students-and-mycap': STUDENTS, placements: other }).join()).toMatch(
      /Student\.name/,
    );
  });
});

describe('the class of a field', () => {
  it('must be given, by the field or its type', () => {
    const students = STUDENTS.replace(
      '@record(subject: "id") @classified(as: EDUCATION_RECORD)',
      '',
    );
    expect(problemsOf({ 'students-and-mycap': students })).toEqual([
      'students-and-mycap: "Student.id" has no class. Put @classified(as:) on it or on its type.',
    ]);
  });

  it('must be given for the fields of Query, too', () => {
    const students = STUDENTS.replace('type Query @classified(as: PUBLIC)', 'type Query');
    expect(problemsOf({ 'students-and-mycap': students })).toEqual([
      'students-and-mycap: "Query.me" has no class. Put @classified(as:) on it or on its type.',
    ]);
  });

  it('may come from another definition of the type in the same subgraph', () => {
    const students = `${STUDENTS} extend type Student { grade: Int }`;
    expect(problemsOf({ 'students-and-mycap': students })).toEqual([]);
  });

  it("is not asked of what another subgraph answers, nor of Apollo's own", () => {
    const placements = `${PLACEMENTS.replace('hours', 'name: String @external hours')}
      extend type Query { _service: _Service! } type _Service { sdl: String }`;
    expect(problemsOf({ 'students-and-mycap': STUDENTS, placements }).join()).not.toMatch(
      /has no class/,
    );
  });

  it('must be one, whichever subgraph says it', () => {
    const students = STUDENTS.replace(
      'id: ID!',
      'id: ID! year: Int @shareable @classified(as: QUASI_ID)',
    );
    const placements = PLACEMENTS.replace(
      'hours',
      'year: Int @shareable @classified(as: PUBLIC) hours',
    );
    expect(problemsOf({ 'students-and-mycap': students, placements })).toEqual([
      '"Student.year" is QUASI_ID in students-and-mycap and PUBLIC in placements. Give it one class.',
    ]);
  });

  it('must be one for a type, for the supergraph keeps one', () => {
    const placements = `type Student @key(fields: "id") @classified(as: PUBLIC) { id: ID! @classified(as: EDUCATION_RECORD) hours: Int }`;
    expect(problemsOf({ 'students-and-mycap': STUDENTS, placements })).toEqual([
      '"Student" is EDUCATION_RECORD in students-and-mycap and PUBLIC in placements. Give it one class.',
    ]);
  });
});

describe('against the supergraph before', () => {
  const before = sdlOf({ 'students-and-mycap': STUDENTS });
  const withName = (dataClass: string) =>
    sdlOf({ 'students-and-mycap': STUDENTS.replace('DIRECT_ID', dataClass) });

  it('a class may not get weaker', () => {
    expect(weakenings(before, withName('QUASI_ID'), [])).toEqual([
      '"Student.name" was DIRECT_ID and would be QUASI_ID. If that is meant, say --allow-weaker Student.name.',
    ]);
  });

  it("a type's class may not, for the fields that have it from there", () => {
    const weaker = sdlOf({ 'students-and-mycap': STUDENTS.replace('EDUCATION_RECORD', 'PUBLIC') });
    expect(weakenings(before, weaker, [])).toEqual([
      expect.stringContaining('"Student.id" was EDUCATION_RECORD and would be PUBLIC.'),
    ]);
  });

  it('a class may get weaker where that is said out loud, for that field alone', () => {
    expect(weakenings(before, withName('QUASI_ID'), ['Student.name'])).toEqual([]);
    expect(weakenings(before, withName('QUASI_ID'), ['Student.id'])).toHaveLength(1);
  });

  it('a class may get stronger, and a field may go', () => {
    expect(weakenings(before, withName('SPECIAL_CATEGORY'), [])).toEqual([]);
    const without = STUDENTS.replace('name: String @classified(as: DIRECT_ID)', '');
    expect(weakenings(before, sdlOf({ 'students-and-mycap': without }), [])).toEqual([]);
  });
});
