import { isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { SUBGRAPHS } from '../../platform/subgraph.ts';
import { classProblems } from '../../scripts/compose/check-classes.ts';
import { readClasses } from '../../scripts/compose/classes.ts';
import { apiSchema, ownTypes, readSchema } from './api-schema.ts';

const { fields } = readClasses(readSchema('supergraph.graphql'));

describe('the class of data', () => {
  it('is given to every field, and by every subgraph the same', () => {
    const sdls = SUBGRAPHS.map((name) => [name, readSchema(`${name}.graphql`)] as const);
    expect(classProblems(new Map(sdls))).toEqual([]);
  });

  it('of every field is kept in the supergraph', () => {
    const all = ownTypes
      .filter(isObjectType)
      .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
    expect(all.filter((field) => !fields.get(field))).toEqual([]);
  });

  it('above PUBLIC leaves a field nullable, so that one refusal costs one field', () => {
    const strict = ownTypes.filter(isObjectType).flatMap((type) =>
      Object.values(type.getFields())
        .filter(({ type: of }) => String(of).endsWith('!'))
        .map(({ name }) => `${type.name}.${name}`),
    );
    expect(strict.filter((field) => fields.get(field) !== 'PUBLIC')).toEqual([]);
  });

  it.each([
    { field: 'Student.id', dataClass: 'PUBLIC' },
    { field: 'Student.sasid', dataClass: 'DIRECT_ID' },
    { field: 'Student.displayName', dataClass: 'DIRECT_ID' },
    { field: 'Student.dateOfBirth', dataClass: 'DIRECT_ID' },
    { field: 'Student.grade', dataClass: 'QUASI_ID' },
    { field: 'Student.groups', dataClass: 'SPECIAL_CATEGORY' },
    { field: 'MyCapPlan.fafsaCompleted', dataClass: 'FINANCIAL' },
    { field: 'CareerActivity.reflection', dataClass: 'EVALUATIVE' },
    { field: 'Placement.hourlyWage', dataClass: 'FINANCIAL' },
    { field: 'Placement.status', dataClass: 'EDUCATION_RECORD' },
    { field: 'SkillGain.gain', dataClass: 'EVALUATIVE' },
    { field: 'SkillScore.score', dataClass: 'EVALUATIVE' },
    { field: 'Reflection.text', dataClass: 'EVALUATIVE' },
    { field: 'Supervisor.email', dataClass: 'STAFF_DIRECTORY' },
    { field: 'Opportunity.hourlyWage', dataClass: 'PUBLIC' },
    { field: 'School.students', dataClass: 'EDUCATION_RECORD' },
    { field: 'Site.placements', dataClass: 'EDUCATION_RECORD' },
  ])('of $field is $dataClass', ({ field, dataClass }) => {
    expect(fields.get(field)).toBe(dataClass);
  });
});

it('a client cannot ask for a SASID as an id: no key and no argument is one', () => {
  expect(readSchema('supergraph.graphql')).not.toMatch(/key: "[^"]*sasid/i);
  const asked = Object.values(apiSchema.getQueryType()?.getFields() ?? {}).flatMap(
    ({ args }) => args,
  );
  expect(asked.filter(({ type }) => /Sasid/.test(String(type)))).toEqual([]);
});
