import { actAs, createFetcher } from './session.js';

const { React, ReactDOM, GraphiQL } = globalThis;
const { createElement, useState } = React;
const { endpoint, operations, personas, nonce } = JSON.parse(
  document.getElementById('config').textContent,
);

// Read by the style injector inside GraphiQL's dialogs.
globalThis.__webpack_nonce__ = nonce;

const NOBODY = '';

function Header() {
  const [persona, setPersona] = useState(personas?.[0] ?? NOBODY);
  const [failure, setFailure] = useState(null);

  const choose = (name) => {
    setPersona(name);
    setFailure(null);
    actAs(name === NOBODY ? null : name).catch((error) => setFailure(error.message));
  };
  // The first persona asks from the start, so that the first sample answers at once.
  React.useEffect(() => choose(persona), []);

  return createElement(
    'header',
    { className: 'page-header graphiql-container' },
    createElement(
      'div',
      null,
      createElement('h1', null, 'Connecting Activities Graph'),
      createElement('p', { role: 'status' }, failure ?? whoAsks(persona)),
    ),
    personas !== null && createElement(PersonaSwitch, { persona, choose }),
  );
}

function whoAsks(persona) {
  if (personas === null) return 'To sign in, add an Authorization header in the Headers pane.';
  return persona === NOBODY ? 'no token: asking as the public' : `persona: ${persona}`;
}

const PersonaSwitch = ({ persona, choose }) =>
  createElement(
    'label',
    null,
    'Ask as',
    createElement(
      'select',
      { value: persona, onChange: (event) => choose(event.target.value) },
      personas.map((name) => createElement('option', { key: name, value: name }, name)),
      createElement('option', { value: NOBODY }, 'no token'),
    ),
  );

/**
 * What people type here may name a student, so it lives as long as the browser's tab. GraphiQL matches
 * its stored tabs to a stored query: without one it forgets variables, and adds a tab at each reload.
 */
function tabStorage() {
  if (sessionStorage.getItem('graphiql:tabState') === null && operations.length > 0) {
    sessionStorage.setItem('graphiql:query', operations[0].document);
    sessionStorage.setItem('graphiql:variables', operations[0].variables ?? '');
  }
  return sessionStorage;
}

const page = createElement(
  React.Fragment,
  null,
  createElement(Header),
  createElement(
    GraphiQL,
    {
      fetcher: createFetcher(endpoint),
      storage: tabStorage(),
      defaultTabs: operations.map(({ document: query, variables }) => ({ query, variables })),
      defaultEditorToolsVisibility: 'variables',
      schemaDescription: true,
      inputValueDeprecation: true,
      shouldPersistHeaders: false,
      showPersistHeadersSettings: false,
    },
    createElement(GraphiQL.Logo, null, null),
  ),
);
ReactDOM.createRoot(document.getElementById('page')).render(page);
