import { parseArgs } from 'node:util';
import { CANDIDATE_NAMES } from './contenders.ts';
import { WORK_NAMES } from './work/work.ts';

export const HELP = `Measures gateways side by side over the same four subgraphs, after verifying that all answer the same.

  npm run bench:gateway                                     all of them, three kinds of work; under six minutes
  npm run bench:gateway -- --only ours,stock --work deep    these gateways and these works only
  npm run bench:gateway -- --rounds 10 --seconds 5          more rounds, longer ones (of a slow gateway up to four times as long)
  npm run bench:gateway -- --connections 64                 of the load; 16 unless told otherwise
  npm run bench:gateway -- --only ours --work deep --profile
                                                            ours writes a CPU profile to .cache/prof

Gateways: ${CANDIDATE_NAMES.join(', ')}. Works: ${WORK_NAMES.join(', ')}.
The gateway under test has core 0, the load and the subgraphs core 1. Ratios are the medians of the rounds' own
ratios to the first gateway. A run of everything, with the rounds that it has by itself or more, goes to
bench/results/gateway.json.
`;

const ROUNDS = 5;
const SECONDS = 3;

function namesIn<Name extends string>(
  flag: string,
  text: string | undefined,
  all: readonly Name[],
): readonly Name[] {
  if (text === undefined) return all;
  const asked = text.split(',');
  const unknown = asked.filter((name) => !all.some((one) => one === name));
  if (unknown.length === 0) return all.filter((name) => asked.includes(name));
  throw new Error(
    `${flag} has "${unknown.join(',')}": it must be some of ${all.join(', ')}, with commas between.`,
  );
}

function count(flag: string, text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new Error(`${flag} is "${text}": it must be a whole number from 1 to 9999.`);
}

export function readOptions() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      work: { type: 'string' },
      rounds: { type: 'string', default: String(ROUNDS) },
      seconds: { type: 'string', default: String(SECONDS) },
      connections: { type: 'string', default: '16' },
      profile: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [rounds, seconds] = [count('--rounds', values.rounds), count('--seconds', values.seconds)];
  const whole = !(values.only || values.work || values.profile);
  return {
    help: values.help,
    names: namesIn('--only', values.only, CANDIDATE_NAMES),
    works: namesIn('--work', values.work, WORK_NAMES),
    rounds,
    seconds,
    connections: count('--connections', values.connections),
    profile: values.profile,
    /** Worth being written down. */
    full: whole && rounds >= ROUNDS && seconds >= SECONDS,
  };
}
export type Options = ReturnType<typeof readOptions>;
