import { ERROR_CODES } from '../../../../platform/errors.ts';
import type { HostileDocument } from './documents.ts';

/** What a gateway said to a document, and how many fetches it made for it. */
type Said = {
  readonly status: number;
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions: Readonly<Record<string, unknown>> }[];
  readonly reached: number;
};

const STATUSES = [200, 400, 413, 503];

/** What is not as it must be, whatever the document: nothing, where all is well. */
export function oddIn(document: HostileDocument, said: Said): readonly string[] {
  const { status, data, errors = [], reached } = said;
  const codes = errors.map(({ extensions }) => String(extensions.code));
  const wrong = (isWrong: boolean, what: string) =>
    isWrong ? [`#${document.seed}, ${document.family}: ${what}`] : [];
  return [
    ...wrong(!STATUSES.includes(status), `status ${status}`),
    ...wrong(data === undefined && errors.length === 0, 'neither data nor errors'),
    ...wrong(
      data === undefined && reached > 0,
      `refused with ${codes[0]} after ${reached} fetches`,
    ),
    ...wrong(document.isRefused === true && data !== undefined, 'answered, and not refused'),
    ...codes
      .filter((code) => code === 'INTERNAL' || !Object.hasOwn(ERROR_CODES, code))
      .flatMap((code) => wrong(true, `an error of code ${code}`)),
  ];
}
