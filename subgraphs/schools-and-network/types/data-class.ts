import { CLASS_DESCRIPTIONS } from '../../../platform/graphql/classification.ts';
import { describedEnum } from '../../../platform/graphql/shared-types.ts';
import { builder } from '../builder.ts';

/** The classes as the directive `@classified` has them. */
export const DataClassEnum = describedEnum(
  builder,
  'DataClass',
  'How sensitive a field is.',
  CLASS_DESCRIPTIONS,
);
