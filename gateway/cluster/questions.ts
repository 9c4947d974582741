/** How long an answer may take; a worker that is so busy has other cares. */
const PATIENCE_MS = 1_000;

/** Questions whose answers come as messages, by number. */
export type Questions = {
  /** Null where no answer comes in time. */
  ask(send: (id: number) => void): Promise<string | null>;
  answered(id: number, text: string): void;
};

export function createQuestions(): Questions {
  const open = new Map<number, (text: string | null) => void>();
  let asked = 0;
  return {
    ask(send) {
      const id = ++asked;
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle(null), PATIENCE_MS);
        const settle = (text: string | null) => {
          clearTimeout(timer);
          open.delete(id);
          resolve(text);
        };
        open.set(id, settle);
        send(id);
      });
    },
    answered: (id, text) => open.get(id)?.(text),
  };
}
