import type { SubgraphResponse } from '../../platform/subgraph.ts';
import { SubgraphFailure } from '../transport/failure.ts';
import type { Transport } from '../transport/transport.ts';
import type { FetchOutcome } from './ended.ts';
import type { FetchObservation } from './fetch-observation.ts';

/** Tells a request's observation of each of its fetches. */
export function observedTransport(transport: Transport): Transport {
  return {
    ...transport,
    fetch(subgraph, request, vouched, terms) {
      const fetch = terms.observation?.fetch(subgraph);
      const answer = transport.fetch(subgraph, request, vouched, {
        kind: terms.kind,
        deadline: terms.deadline,
        signal: terms.signal,
        traceparent: fetch?.traceparent ?? null,
      });
      return fetch ? tell(fetch, answer) : answer;
    },
  };
}

async function tell(
  fetch: FetchObservation,
  answer: Promise<SubgraphResponse>,
): Promise<SubgraphResponse> {
  try {
    const response = await answer;
    fetch.ended(response.errors?.length ? 'errors' : 'ok');
    return response;
  } catch (error) {
    fetch.ended(outcomeOf(error));
    throw error;
  }
}

function outcomeOf(error: unknown): FetchOutcome {
  if (!(error instanceof SubgraphFailure)) return 'INTERNAL';
  return error.isClient ? 'client_left' : error.code;
}
