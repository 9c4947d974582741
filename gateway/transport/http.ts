import { signActor, subgraphKey, type Vouched } from '../../platform/actor-token.ts';
import { readTokenKey, type TokenKey } from '../../platform/signed-token.ts';
import { ACTOR_HEADER } from '../../platform/subgraph.ts';
import { SUBGRAPH_ANSWER_LIMIT_BYTES } from '../limits.ts';
import { TRACEPARENT_HEADER } from '../observe/trace-context.ts';
import { REQUEST_ID_HEADER } from '../request-id.ts';
import { createSharedWork, type Started } from '../shared-work.ts';
import { withDeadline } from './deadline.ts';
import { badResponse, connectionFailed, SubgraphFailure } from './failure.ts';
import { createGuard, type Guard, type GuardLimits, type GuardWatch } from './guard.ts';
import { type Answer, readAnswer } from './http-answer.ts';
import { MalformedAnswer } from './http-client/malformed-answer.ts';
import { createTargets } from './http-client/targets.ts';
import { type Posting, post } from './post.ts';
import type { FetchTerms, Transport } from './transport.ts';

/** Header fields of one request, each with the end of its line: nothing of a client's can be among them. */
type WriteFields = (subgraph: string, body: string, vouched: Vouched) => string;

const plainFields: WriteFields = (_subgraph, _body, { requestId }) =>
  `${REQUEST_ID_HEADER}: ${requestId}\r\n`;

/** Adds the actor, signed with the key that the subgraph has, for this body. */
function signedFields(secret: string): WriteFields {
  const keys = new Map<string, TokenKey>();
  const keyOf = (subgraph: string) => {
    const known = keys.get(subgraph);
    if (known) return known;
    const key = readTokenKey(subgraphKey(secret, subgraph));
    keys.set(subgraph, key);
    return key;
  };
  return (subgraph, body, vouched) => {
    const token = signActor(keyOf(subgraph), subgraph, vouched, body, Date.now());
    return `${plainFields(subgraph, body, vouched)}${ACTOR_HEADER}: ${token}\r\n`;
  };
}

export type HttpTransportOptions = {
  readonly urlOf: (subgraph: string) => string | undefined;
  /** Signs the actor for the subgraphs. Null sends no actor: for subgraphs that are not ours. */
  readonly secret: string | null;
  readonly timeoutMs: number;
  readonly guardLimits?: GuardLimits | undefined;
  readonly watch?: GuardWatch | undefined;
};

/** Asks subgraphs of other processes by HTTP, over connections that stay open: one pool per origin. */
export function createHttpTransport(options: HttpTransportOptions): Transport {
  const { urlOf, secret, timeoutMs, guardLimits, watch } = options;
  const fieldsFor = secret === null ? plainFields : signedFields(secret);
  const targets = createTargets(SUBGRAPH_ANSWER_LIMIT_BYTES);
  const guards = new Map<string, Guard>();
  const shared = createSharedWork<Answer>();

  function guardOf(name: string): Guard {
    const known = guards.get(name);
    if (known) return known;
    const guard = createGuard(name, guardLimits, watch);
    guards.set(name, guard);
    return guard;
  }

  /** A retry is signed anew: a token is good for one request. */
  function attempt(
    name: string,
    body: string,
    vouched: Vouched,
    traceparent: string | null,
  ): Posting {
    const url = urlOf(name);
    if (!url) throw new SubgraphFailure(name, 'The supergraph has no URL for it.');
    const target = targets.at(url);
    if (!target)
      throw new SubgraphFailure(
        name,
        'Its URL does not begin with http:// or https:// and a host.',
      );
    const fields = fieldsFor(name, body, vouched);
    const traced = traceparent ? `${fields}${TRACEPARENT_HEADER}: ${traceparent}\r\n` : fields;
    return post(target, traced, body);
  }

  /** One fetch with its retry, which can be ended. */
  function start(name: string, body: string, vouched: Vouched, terms: FetchTerms): Started<Answer> {
    let posting: Posting | null = null;
    let ended: Error | null = null;
    const send = async () => {
      if (ended) throw ended;
      posting = attempt(name, body, vouched, terms.traceparent ?? null);
      const posted = await posting.answer.catch((error: unknown) => {
        throw asFailure(name, error);
      });
      return readAnswer(name, posted);
    };
    return {
      answer: guardOf(name)(terms, send),
      abort(why) {
        ended = why;
        posting?.abort(why);
      },
    };
  }

  return {
    readsText: true,
    async fetch(name, request, vouched, terms) {
      const body = request.body ?? JSON.stringify(request);
      const answer = await withDeadline(name, timeoutMs, terms, (wait) =>
        shared({ where: name, what: body, vouched, kind: terms.kind }, wait, () =>
          start(name, body, vouched, terms),
        ),
      );
      return answer.read();
    },
    async close() {
      targets.close();
    },
  };
}

/** What the client throws, by what it says of the subgraph. */
function asFailure(name: string, error: unknown): SubgraphFailure {
  // The reason of an abort: the time is over, or the client has left.
  if (error instanceof SubgraphFailure) return error;
  const why = reasonOf(error);
  if (error instanceof MalformedAnswer) return badResponse(name, why);
  return connectionFailed(name, why);
}

/** A name with several addresses fails with an error for each of them, and with no words of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}
