// Who the page asks as. The token lives in this module only: not in the URL, not in any storage.

let persona = null;
/** A promise, so that a request made right after a switch waits for the new token. */
let token = Promise.resolve(null);

/** Asks as this persona from now on; null is nobody, without a token. */
export function actAs(name) {
  persona = name;
  token = name === null ? Promise.resolve(null) : requestToken(name);
  return token;
}

async function requestToken(name) {
  const response = await fetch('/dev/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona: name }),
  });
  if (!response.ok)
    throw new Error(`No token for "${name}": the issuer answered ${response.status}.`);
  return (await response.json()).token;
}

/** GraphiQL's fetcher. What the Headers pane says goes over what the page would send. */
export const createFetcher =
  (endpoint) =>
  async (params, { headers: typed } = {}) => {
    const send = async () =>
      fetch(endpoint, {
        method: 'POST',
        headers: requestHeaders(await token, typed),
        body: JSON.stringify(params),
      });
    let response = await send();
    if (response.status === 401 && persona !== null) {
      // The page outlives its token: a refused one is renewed once.
      await actAs(persona);
      response = await send();
    }
    return readAnswer(response);
  };

function requestHeaders(bearer, typed = {}) {
  const headers = new Headers({
    accept: 'application/graphql-response+json, application/json;q=0.9',
    'content-type': 'application/json',
    'apollo-require-preflight': 'true',
  });
  if (bearer !== null) headers.set('authorization', `Bearer ${bearer}`);
  for (const [name, value] of Object.entries(typed)) headers.set(name, value);
  return headers;
}

function readAnswer(response) {
  const type = response.headers.get('content-type') ?? 'no content type';
  if (type.includes('json')) return response.json();
  throw new Error(
    `The gateway answered ${response.status} with ${type}; a GraphQL answer is JSON.`,
  );
}
