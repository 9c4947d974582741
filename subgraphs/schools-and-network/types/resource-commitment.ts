import { builder } from '../builder.ts';
import { ResourceKindEnum, ResourceSideEnum } from './enums.ts';

export const ResourceCommitment = builder.prismaObject('ResourceCommitment', {
  description: 'A resource that one side commits to a partnership.',
  classified: 'PUBLIC',
  fields: (t) => ({
    side: t.expose('side', {
      type: ResourceSideEnum,
      nullable: false,
      description: 'Who commits it.',
    }),
    kind: t.expose('kind', {
      type: ResourceKindEnum,
      nullable: false,
      description: 'What kind of resource it is.',
    }),
    description: t.exposeString('description', {
      nullable: false,
      description: 'What exactly, in words.',
    }),
  }),
});
