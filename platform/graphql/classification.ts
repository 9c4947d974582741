import {
  DirectiveLocation,
  GraphQLDirective,
  GraphQLEnumType,
  GraphQLNonNull,
  GraphQLSchema,
  GraphQLString,
  isEnumType,
} from 'graphql';
import type { DataClass } from '../vocabulary.ts';

export const CLASS_DESCRIPTIONS: Readonly<Record<DataClass, string>> = {
  PUBLIC: 'Anyone, signed in or not.',
  STAFF_DIRECTORY: 'Staff and partners who are signed in.',
  EDUCATION_RECORD: "Part of a student's record: plan, goals, placement status and dates.",
  QUASI_ID: 'Could single a student out together with other facts: grade, school.',
  DIRECT_ID: 'Names a student: name, SASID, birth date.',
  EVALUATIVE: 'Judges or reflects: ratings, comments, reflections.',
  FINANCIAL: "A student's money: wage, FAFSA.",
  SPECIAL_CATEGORY: 'What the law protects most: race, disability, low income, supports.',
};

const DATA_CLASS = 'DataClass';
const DataClassType = new GraphQLEnumType({
  name: DATA_CLASS,
  description: 'How sensitive a field is.',
  values: Object.fromEntries(
    Object.entries(CLASS_DESCRIPTIONS).map(([name, description]) => [name, { description }]),
  ),
});

const directivesWith = (dataClass: GraphQLEnumType) => [
  new GraphQLDirective({
    name: 'classified',
    description: "The class of data of a field, or of a type's fields where they have none.",
    locations: [DirectiveLocation.FIELD_DEFINITION, DirectiveLocation.OBJECT],
    args: { as: { type: new GraphQLNonNull(dataClass) } },
  }),
  new GraphQLDirective({
    name: 'record',
    description: 'How to reach the student whose record a type is part of.',
    locations: [DirectiveLocation.OBJECT],
    args: { subject: { type: new GraphQLNonNull(GraphQLString) } },
  }),
];

/** The schema with our directives: they speak of its own `DataClass`, where a field of it answers classes. */
export function withClassification(schema: GraphQLSchema): GraphQLSchema {
  const own = schema.getType(DATA_CLASS);
  const directives = directivesWith(isEnumType(own) ? own : DataClassType);
  const config = schema.toConfig();
  return new GraphQLSchema({ ...config, directives: [...config.directives, ...directives] });
}
