import { mailbox, personName } from '../names.ts';
import { staffContact } from '../tables/schools.ts';
import type { World } from '../world.ts';
import type { NetworkTier, SchoolShell } from './school.ts';

export type Staff = { readonly counselor: string; readonly coordinator: string };

/** A counselor and a second contact for every school; in the network the second one is coordinator. */
export function createStaff(world: World): (school: SchoolShell, tier: NetworkTier) => Staff {
  const id = world.ids('staff');
  const random = world.random('staff');
  const hire = (school: SchoolShell, title: string, coordinator: boolean): string => {
    const contact = { id: id(), name: personName(random) };
    world.write(staffContact, {
      ...contact,
      email: mailbox(contact.name, school.code),
      title,
      school_code: school.code,
      district_code: null,
      board_code: null,
      organization_id: null,
      coordinator,
    });
    return contact.id;
  };
  return (school, tier) => {
    const inNetwork = tier !== 'NOT_IN_NETWORK';
    return {
      counselor: hire(school, 'School Counselor', false),
      coordinator: inNetwork
        ? hire(school, 'Work-Based Learning Coordinator', true)
        : hire(school, 'Career Teacher', false),
    };
  };
}
