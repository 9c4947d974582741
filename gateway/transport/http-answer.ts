import type { SubgraphResponse } from '../../platform/subgraph.ts';
import { nextTurn } from '../next-turn.ts';
import { badResponse, SubgraphFailure } from './failure.ts';
import type { Posted } from './http-client/answer-reader.ts';

const HTTP_UNAUTHORIZED = 401;
/** Characters that take a millisecond or two to read. */
const LARGE = 100_000;

/** An answer that several may read. Each gets objects of its own, for answers are changed as they are merged. */
export class Answer {
  #first: SubgraphResponse | null;
  readonly #text: string;
  readonly #cacheControl: string | undefined;

  constructor(first: SubgraphResponse, text: string, cacheControl: string | undefined) {
    this.#first = first;
    this.#text = text;
    this.#cacheControl = cacheControl;
  }

  read(): SubgraphResponse | Promise<SubgraphResponse> {
    return this.#text.length > LARGE ? this.#readInTurn() : this.#readNow();
  }

  /** To read a large one, and to write what is made of it, are two turns of the event loop. */
  async #readInTurn(): Promise<SubgraphResponse> {
    await nextTurn();
    return this.#readNow();
  }

  #readNow(): SubgraphResponse {
    const { data, errors }: SubgraphResponse = this.#first ?? JSON.parse(this.#text);
    this.#first = null;
    return { data, errors: errors ?? undefined, cacheControl: this.#cacheControl };
  }
}

/**
 * The GraphQL response in a subgraph's HTTP answer. Its status matters little: servers differ in which
 * they give beside GraphQL errors. Any other answer is a failure, which does not quote it.
 */
export function readAnswer(subgraph: string, { status, text, cacheControl }: Posted): Answer {
  if (status === HTTP_UNAUTHORIZED)
    throw new SubgraphFailure(
      subgraph,
      'It refused the gateway (HTTP 401): ACTOR_TOKEN_SECRET or a clock differs.',
    );
  const answer = parseJson(text);
  if (isResponse(answer)) return new Answer(answer, text, cacheControl);
  throw badResponse(
    subgraph,
    `Its answer is not a GraphQL response (HTTP ${status}, ${text.length} characters).`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isError = (value: unknown) => isObject(value) && typeof value.message === 'string';

/** `"errors": null` is none: some servers write every field. */
function isResponse(answer: unknown): answer is SubgraphResponse {
  if (!isObject(answer)) return false;
  const { data, errors = null } = answer;
  if (errors !== null && !(Array.isArray(errors) && errors.every(isError))) return false;
  return isObject(data) || (data === null && errors !== null) || Array.isArray(errors);
}
