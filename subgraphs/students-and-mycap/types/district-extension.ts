import { pageOfDisclosures } from '../access-log-pages.ts';
import { builder } from '../builder.ts';
import { AccessLogConnection } from './access-log-connection.ts';
import { OutcomeEnum, PurposeEnum } from './enums.ts';

/** Owned by the schools subgraph. Here it is a key, and what was disclosed of its students. */
builder
  .externalRef(
    'District',
    builder.selection<{ deseCode: string }>('deseCode'),
    (district) => district,
  )
  .implement({
    description: 'A school district.',
    classified: 'PUBLIC',
    externalFields: (t) => ({
      deseCode: t.field({
        type: 'DeseOrgCode',
        nullable: false,
        description: 'The DESE code; it ends in `0000`.',
      }),
    }),
    fields: (t) => ({
      disclosures: t.field({
        type: AccessLogConnection,
        classified: 'EDUCATION_RECORD',
        description:
          "What was shown of the district's students whom you may see, and what was refused, in the order of time.",
        args: {
          partner: t.arg.id({ description: 'Only to this partner organization.' }),
          agreement: t.arg.id({ description: 'Only under this data-sharing agreement.' }),
          purpose: t.arg({ type: PurposeEnum, description: 'Only for this purpose.' }),
          from: t.arg({ type: 'Date', description: 'From this day on.' }),
          to: t.arg({ type: 'Date', description: 'Up to this day, included.' }),
          outcome: t.arg({ type: OutcomeEnum, description: 'Only with this outcome.' }),
          first: t.arg.int({ defaultValue: 50, required: true, description: 'At most 100.' }),
          after: t.arg.string({ description: 'The `endCursor` of the page before.' }),
        },
        resolve: ({ deseCode }, args, context, info) =>
          pageOfDisclosures(context, info, deseCode, args),
      }),
    }),
  });
