import { builder } from '../builder.ts';
import { findPathwayProgram } from '../entities.ts';
import { IcpSectorEnum, PathwayTypeEnum } from './enums.ts';
import { IndustryCredential } from './industry-credential.ts';

export const PathwayProgram = builder.prismaObject('PathwayProgram', {
  description: 'A program of study at a school that leads toward a career.',
  classified: 'PUBLIC',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Opaque.' }),
    school: t.relation('school', { nullable: false, description: 'The school that offers it.' }),
    type: t.expose('type', {
      type: PathwayTypeEnum,
      nullable: false,
      description: 'The kind of program.',
    }),
    title: t.exposeString('title', { nullable: false, description: 'What it is called.' }),
    cipCode: t.expose('cipCode', { type: 'CipCode', description: 'Its program of study.' }),
    icpSector: t.expose('icpSector', {
      type: IcpSectorEnum,
      description: 'The industry, where it is an Innovation Career Pathway.',
    }),
    industryRecognizedCredentials: t.field({
      type: [IndustryCredential],
      nullable: false,
      description: 'The credentials that students can earn in it; a few.',
      select: (_args, _context, nested) => ({
        credentials: {
          select: { credential: nested(true) },
          orderBy: { credentialId: 'asc' as const },
        },
      }),
      resolve: ({ credentials }) => credentials.map(({ credential }) => credential),
    }),
    frameworksUrl: t.exposeString('frameworksUrl', {
      description:
        'Where its framework stands, which lists the credentials it leads to. Null where nobody said.',
    }),
    wblIntegrated: t.exposeBoolean('wblIntegrated', {
      nullable: false,
      description: 'Whether work-based learning is part of it.',
    }),
  }),
});

builder.asEntity(PathwayProgram, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findPathwayProgram(context, id, info),
});
