import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';

/** What `load.lua` does, where there is no wrk. Arguments: connections, seconds, URL, bodies, tokens. */
const [connections, seconds, url = '', bodiesFile = '', tokensFile = ''] = process.argv.slice(2);
const linesOf = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n');
const [bodies, tokens] = [linesOf(bodiesFile), linesOf(tokensFile)];
let sent = 0;

const result = await autocannon({
  url,
  connections: Number(connections),
  duration: Number(seconds),
  requests: [
    {
      setupRequest(request) {
        const body = bodies[sent % bodies.length];
        const token = tokens[sent % tokens.length];
        sent += 1;
        const headers = {
          'content-type': 'application/json',
          accept: 'application/json',
          authorization: `Bearer ${token}`,
        };
        return { ...request, method: 'POST', headers, body };
      },
    },
  ],
});
process.stdout.write(
  `${JSON.stringify({
    requests: result.requests.total,
    seconds: result.duration,
    failed: result.errors + result.non2xx,
    p50: result.latency.p50,
    p99: result.latency.p99,
  })}\n`,
);
