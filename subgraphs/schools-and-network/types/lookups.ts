import { builder } from '../builder.ts';
import {
  findDistrict,
  findPartnershipAgreement,
  findPathwayProgram,
  findStaffContact,
} from '../entities.ts';
import { District } from './district.ts';
import { PartnershipAgreement } from './partnership-agreement.ts';
import { PathwayProgram } from './pathway-program.ts';
import { StaffContact } from './staff-contact.ts';

builder.queryFields((t) => ({
  district: t.field({
    type: District,
    nullable: true,
    description: 'One district. Null where there is none with that code.',
    args: { deseCode: t.arg({ type: 'DeseOrgCode', required: true, description: 'Its code.' }) },
    resolve: (_root, { deseCode }, context, info) => findDistrict(context, deseCode, info),
  }),
  partnershipAgreement: t.field({
    type: PartnershipAgreement,
    nullable: true,
    description: 'One partnership agreement. Null where there is none, or none that you may see.',
    args: { id: t.arg.id({ required: true, description: 'Its id.' }) },
    resolve: (_root, { id }, context, info) => findPartnershipAgreement(context, id, info),
  }),
  pathwayProgram: t.field({
    type: PathwayProgram,
    nullable: true,
    description: 'One pathway program. Null where there is none with that id.',
    args: { id: t.arg.id({ required: true, description: 'Its id.' }) },
    resolve: (_root, { id }, context, info) => findPathwayProgram(context, id, info),
  }),
  staffContact: t.field({
    type: StaffContact,
    nullable: true,
    description: 'One member of staff. Null where there is none with that id.',
    args: { id: t.arg.id({ required: true, description: 'Their id.' }) },
    resolve: (_root, { id }, context, info) => findStaffContact(context, id, info),
  }),
}));
