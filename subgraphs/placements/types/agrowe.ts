import { builder } from '../builder.ts';
import type { Agrowe as AgroweOfPlace } from '../reports/quarterly.ts';

export type { AgroweOfPlace };

const SMALL = 'Null where they are from 1 to 5, or would tell such a number.';

export const Agrowe = builder.objectRef<AgroweOfPlace>('Agrowe').implement({
  description:
    'What Connecting Activities brokered, by the letters of AGROWE: students and employers, each once, from July 1.',
  classified: 'PUBLIC',
  fields: (t) => ({
    allWorkExperiences: t.exposeInt('allWorkExperiences', {
      nullable: true,
      description: `A: students with any brokered work experience that began. ${SMALL}`,
    }),
    planningGoals: t.exposeInt('planningGoals', {
      nullable: true,
      description: `G: those of them whose experience serves a goal of their MyCAP plan. ${SMALL}`,
    }),
    raisingGraduationRates: t.exposeInt('raisingGraduationRates', {
      nullable: true,
      description: `R: those of them with high needs, whose graduation the state works to raise. ${SMALL}`,
    }),
    workshopOrClass: t.exposeInt('workshopOrClass', {
      nullable: true,
      description: `O: those of them whose experience workshops or classes supported. ${SMALL}`,
    }),
    workBasedLearningPlans: t.exposeInt('workBasedLearningPlans', {
      nullable: true,
      description: `W: those of them with a Work-Based Learning Plan. ${SMALL}`,
    }),
    employers: t.exposeInt('employers', {
      nullable: false,
      description: 'E: employers that hosted them.',
    }),
    employersPrivate: t.int({
      nullable: false,
      description: 'Of the employers, the private ones.',
      resolve: ({ employersBySector }) => employersBySector.PRIVATE ?? 0,
    }),
    employersNonprofit: t.int({
      nullable: false,
      description: 'Of the employers, the nonprofit ones.',
      resolve: ({ employersBySector }) => employersBySector.NONPROFIT ?? 0,
    }),
    employersPublic: t.int({
      nullable: false,
      description: 'Of the employers, the public ones.',
      resolve: ({ employersBySector }) => employersBySector.PUBLIC ?? 0,
    }),
  }),
});
