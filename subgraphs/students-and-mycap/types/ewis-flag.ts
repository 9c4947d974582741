import { builder } from '../builder.ts';

export const EwisFlag = builder.prismaObject('EwisFlag', {
  description: "What the state's Early Warning Indicator System last said of a student.",
  classified: 'SPECIAL_CATEGORY',
  fields: (t) => ({
    riskLevel: t.exposeString('riskLevel', { description: '`LOW`, `MODERATE` or `HIGH`.' }),
    asOf: t.expose('asOf', { type: 'Date', description: 'As of which day.' }),
  }),
});
