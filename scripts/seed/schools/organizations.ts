import { PERSONAS } from '../../../gateway/dev-issuer/personas.ts';
import { mailbox, personName } from '../names.ts';
import { partnerOrganization, specialistAssignment, staffContact } from '../tables/schools.ts';
import type { World } from '../world.ts';
import type { School } from './school.ts';

/** All but the first, which manages Boston's board, are invented. */
const ORGANIZATIONS = {
  pic: [PERSONAS.partner.organization, 'INTERMEDIARY'],
  college: ['Lantern Hill College Access (demo)', 'COLLEGE_ACCESS'],
  community: ['Mill River Youth Collaborative (demo)', 'COMMUNITY'],
  research: ['Harbor Institute for Learning Research (demo)', 'HIGHER_EDUCATION'],
  funder: ['Stone Bridge Fund (demo)', 'FUNDER'],
} as const;
export type Organization = keyof typeof ORGANIZATIONS;

/** How many schools a Career Specialist works at. */
const SCHOOLS_A_SPECIALIST = 2;

export function writeOrganizations(world: World): Readonly<Record<Organization, string>> {
  const id = world.ids('organizations');
  const ids = { pic: id(), college: id(), community: id(), research: id(), funder: id() };
  for (const [key, [name, kind]] of Object.entries(ORGANIZATIONS))
    world.write(partnerOrganization, { id: ids[key as Organization], name, kind });
  return ids;
}

/** Staff of an organization who work at schools. */
export function writeSpecialists(
  world: World,
  organization: string,
  schools: readonly School[],
): void {
  const id = world.ids('specialists');
  const random = world.random('specialists');
  for (let i = 0; i < schools.length; i += SCHOOLS_A_SPECIALIST) {
    const contact = { id: id(), name: personName(random) };
    world.write(staffContact, {
      ...contact,
      email: mailbox(contact.name, 'pic'),
      title: 'Career Specialist',
      school_code: null,
      district_code: null,
      board_code: null,
      organization_id: organization,
      coordinator: false,
    });
    for (const { code } of schools.slice(i, i + SCHOOLS_A_SPECIALIST))
      world.write(specialistAssignment, { contact_id: contact.id, school_code: code });
  }
}
