import { badUserInput, notFound, ruleViolated } from '../../../platform/errors.ts';
import { checkTexts } from '../../../platform/graphql/mutation-checks.ts';
import { isUuid } from '../../../platform/ids.ts';
import { builder } from '../builder.ts';
import type { School } from '../generated/client/client.ts';
import type { Transaction } from '../locks.ts';

const MAX_TEXT = 200;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export const NewContactInput = builder.inputType('NewContactInput', {
  description: 'Somebody of a school whom the graph does not know yet.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Their name; at most 200 characters.' }),
    email: t.string({ required: true, description: 'Where to write to.' }),
    title: t.string({ description: 'Their position; at most 200 characters.' }),
  }),
});

type Given = {
  readonly contactId?: string | null | undefined;
  readonly newContact?: typeof NewContactInput.$inferInput | null | undefined;
};

/** The form names who completes it, one way or the other. */
export function checkContact({ contactId, newContact }: Given): void {
  if (Boolean(contactId) === Boolean(newContact))
    throw badUserInput('Either "contactId" or "newContact" says who completes the form.');
  checkTexts(
    { name: newContact?.name, email: newContact?.email, title: newContact?.title },
    MAX_TEXT,
  );
  if (newContact && !EMAIL.test(newContact.email))
    throw badUserInput(
      `"email" cannot be "${newContact.email}". It looks like "name@example.org".`,
    );
}

async function findContact(transaction: Transaction, id: string, school: School) {
  const contact = isUuid(id) ? await transaction.staffContact.findUnique({ where: { id } }) : null;
  if (!contact) throw notFound('StaffContact', id);
  const isOfSchool =
    contact.schoolCode === school.deseCode || contact.districtCode === school.districtCode;
  if (isOfSchool) return contact.id;
  throw ruleViolated(
    'CONTACT_OF_SCHOOL',
    `Contact "${id}" is not of school "${school.deseCode}" or its district. Name somebody who is, or give "newContact".`,
  );
}

/** Who completed the form: somebody of the school or its district who is known, or becomes so. */
export async function contactOf(
  transaction: Transaction,
  { contactId, newContact }: Given,
  school: School,
): Promise<string> {
  if (!newContact) return findContact(transaction, contactId ?? '', school);
  const { name, email, title } = newContact;
  const data = { name, email, title: title ?? null, schoolCode: school.deseCode };
  const { id } = await transaction.staffContact.create({ data, select: { id: true } });
  return id;
}
