export type CredentialFit =
  | { readonly status: 'fits' }
  | { readonly status: 'no-pathway' }
  | { readonly status: 'not-of-the-program'; readonly program: string }
  | { readonly status: 'before-the-program'; readonly since: string }
  | { readonly status: 'in-the-future'; readonly today: string };

export type ProgramFacts = {
  readonly title: string;
  readonly since: string;
  readonly credentialIds: readonly string[];
};

/** The Frameworks name the industry-recognized credentials of each program: one of those is earned in it. */
export function credentialFit(
  program: ProgramFacts | null,
  { credentialId, earnedOn }: { readonly credentialId: string; readonly earnedOn: string },
  today: string,
): CredentialFit {
  if (!program) return { status: 'no-pathway' };
  if (!program.credentialIds.includes(credentialId))
    return { status: 'not-of-the-program', program: program.title };
  if (earnedOn < program.since) return { status: 'before-the-program', since: program.since };
  if (earnedOn > today) return { status: 'in-the-future', today };
  return { status: 'fits' };
}
