import cluster, { type Worker } from 'node:cluster';
import { mergeMetrics } from './merge-metrics.ts';
import { asMessage, type Message } from './messages.ts';
import { createQuestions } from './questions.ts';

/** Asks every worker what it has counted, whenever one of them is asked for all. */
export function answerForMetrics(seats: ReadonlyMap<number, Worker>): void {
  const questions = createQuestions();
  const tell = (worker: Worker, message: Message) => {
    if (worker.isConnected()) worker.send(message, () => {});
  };

  async function countAll(): Promise<string> {
    const counted = await Promise.all(
      [...seats].map(async ([seat, worker]) => {
        const text = await questions.ask((id) => tell(worker, { kind: 'count', id }));
        return [seat, text] as const;
      }),
    );
    const texts = counted.flatMap(([seat, text]) => (text === null ? [] : [[seat, text] as const]));
    return mergeMetrics(new Map(texts.sort(([one], [other]) => one - other)));
  }

  cluster.on('message', async (worker, given: unknown) => {
    const message = asMessage(given);
    if (message?.kind === 'counted') questions.answered(message.id, message.text);
    if (message?.kind === 'count all')
      tell(worker, { kind: 'all counted', id: message.id, text: await countAll() });
  });
}
