import { asMessage, type Message } from './messages.ts';
import { createQuestions } from './questions.ts';

type Text = () => string | Promise<string>;

/** In a worker: what all workers have counted, by way of the primary; its own where the primary is silent. */
export function metricsOfAll(own: Text): () => Promise<string> {
  const questions = createQuestions();
  const tell = (message: Message) => process.send?.(message, undefined, undefined, () => {});
  process.on('message', async (given: unknown) => {
    const message = asMessage(given);
    if (message?.kind === 'count') tell({ kind: 'counted', id: message.id, text: await own() });
    if (message?.kind === 'all counted') questions.answered(message.id, message.text);
  });
  return async () =>
    (await questions.ask((id) => tell({ kind: 'count all', id }))) ?? (await own());
}
