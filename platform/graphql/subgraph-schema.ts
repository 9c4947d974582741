import type { SchemaTypes } from '@pothos/core';
import {
  DirectiveLocation,
  GraphQLDirective,
  GraphQLEnumType,
  GraphQLNonNull,
  type GraphQLSchema,
  GraphQLString,
} from 'graphql';
import type { DataClass } from '../vocabulary.ts';

/** Where our own directives live; the address is a name, nothing is fetched from it. */
export const CLASSIFICATION_URL = 'https://connecting-activities.example/classification/v1.0';
const FEDERATION_URL = 'https://specs.apollo.dev/federation/v2.9';

const CLASS_DESCRIPTIONS: Readonly<Record<DataClass, string>> = {
  PUBLIC: 'Anyone, signed in or not.',
  STAFF_DIRECTORY: 'Staff and partners who are signed in.',
  EDUCATION_RECORD: "Part of a student's record: plan, goals, placement status and dates.",
  QUASI_ID: 'Could single a student out together with other facts: grade, school.',
  DIRECT_ID: 'Names a student: name, SASID, birth date.',
  EVALUATIVE: 'Judges or reflects: ratings, comments, reflections.',
  FINANCIAL: "A student's money: wage, FAFSA.",
  SPECIAL_CATEGORY: 'What the law protects most: race, disability, low income, supports.',
};

const DataClassType = new GraphQLEnumType({
  name: 'DataClass',
  description: 'How sensitive a field is.',
  values: Object.fromEntries(
    Object.entries(CLASS_DESCRIPTIONS).map(([name, description]) => [name, { description }]),
  ),
});

const DIRECTIVES = [
  new GraphQLDirective({
    name: 'classified',
    description: "The class of data of a field, or of a type's fields where they have none.",
    locations: [DirectiveLocation.FIELD_DEFINITION, DirectiveLocation.OBJECT],
    args: { as: { type: new GraphQLNonNull(DataClassType) } },
  }),
  new GraphQLDirective({
    name: 'record',
    description: 'How to reach the student whose record a type is part of.',
    locations: [DirectiveLocation.OBJECT],
    args: { subject: { type: new GraphQLNonNull(GraphQLString) } },
  }),
];

/** Builds a subgraph's schema, with our directives defined, linked and kept by composition. */
export function buildSubgraphSchema<Types extends SchemaTypes>(
  builder: PothosSchemaTypes.SchemaBuilder<Types>,
): GraphQLSchema {
  const imported = DIRECTIVES.map(({ name }) => `@${name}`);
  const link = { name: 'link', args: { url: CLASSIFICATION_URL, import: imported } };
  return builder.toSubGraphSchema({
    linkUrl: FEDERATION_URL,
    composeDirectives: ['@classified', '@record'],
    directives: DIRECTIVES,
    extensions: { directives: [link] },
  } as Parameters<typeof builder.toSubGraphSchema>[0]);
}
