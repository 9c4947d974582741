import { Connections } from './connections.ts';

/** Where one URL's requests go. */
export type Target = {
  readonly connections: Connections;
  /** Every request's first lines. */
  readonly head: string;
};

const PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

function readUrl(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && Object.hasOwn(PORTS, url.protocol) ? url : null;
}

/**
 * The targets of URLs, and the connections to their origins. None is closed before the end: a request under
 * way may still need the old one. `limit` is of an answer's body, in bytes.
 */
export function createTargets(limit: number) {
  const origins = new Map<string, Connections>();
  const targets = new Map<string, Target>();

  function connectionsTo({ origin, protocol, hostname, port }: URL): Connections {
    const known = origins.get(origin);
    if (known) return known;
    const connections = new Connections(
      {
        isSecure: protocol === 'https:',
        host: hostname.replace(/^\[|\]$/g, ''),
        port: Number(port) || (PORTS[protocol] ?? 80),
      },
      limit,
    );
    origins.set(origin, connections);
    return connections;
  }

  return {
    /** Null where the text is no URL of HTTP. */
    at(text: string): Target | null {
      const known = targets.get(text);
      if (known) return known;
      const url = readUrl(text);
      if (!url) return null;
      const target = {
        connections: connectionsTo(url),
        head: `POST ${url.pathname}${url.search} HTTP/1.1\r\nhost: ${url.host}\r\nconnection: keep-alive\r\ncontent-type: application/json\r\naccept: application/json\r\n`,
      };
      targets.set(text, target);
      return target;
    },
    close() {
      for (const connections of origins.values()) connections.close();
    },
  };
}
