/** Who is told that the client has left: an object, so that none has to be made for it. */
export type LeaveListener = { handleEvent(): void };

/** What of an `AbortSignal` is needed of a client that may leave. */
export type LeaveSignal = {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: LeaveListener): void;
  removeEventListener(type: 'abort', listener: LeaveListener): void;
};

/** A client that may leave. An `AbortController` for each request costs twenty times as much. */
export class Leaving implements LeaveSignal {
  aborted = false;
  readonly #listeners = new Set<LeaveListener>();

  addEventListener(_type: 'abort', listener: LeaveListener): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: LeaveListener): void {
    this.#listeners.delete(listener);
  }

  /** It has left. */
  leave(): void {
    this.aborted = true;
    for (const listener of this.#listeners) listener.handleEvent();
    this.#listeners.clear();
  }
}
