import type { GraphiqlOptions } from './options.ts';

/** The page is markup only: its script reads the configuration from the JSON block. */
export function renderDocument(assets: string, nonce: string, options: GraphiqlOptions): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Connecting Activities Graph</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${assets}/graphiql.css">
    <link rel="stylesheet" href="${assets}/page.css">
    <script type="application/json" id="config">${jsonBlock({ ...options, nonce })}</script>
    <script defer src="${assets}/react.js"></script>
    <script defer src="${assets}/react-dom.js"></script>
    <script defer src="${assets}/graphiql.js"></script>
    <script type="module" src="${assets}/page.js"></script>
  </head>
  <body>
    <div id="page"><noscript>GraphiQL needs JavaScript.</noscript></div>
  </body>
</html>
`;
}

/** JSON that cannot close the element it stands in: an operation may hold any text. */
const jsonBlock = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');
