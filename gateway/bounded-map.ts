/**
 * A map whose entries weigh at most `limit` together: one each, where nothing else is said. What was not used
 * lately goes first, half of the map at a time, so that finding an entry costs no more than in any map.
 */
export class BoundedMap<Key, Value> {
  #young = new Map<Key, Value>();
  #old = new Map<Key, Value>();
  #weight = 0;
  readonly #half: number;
  readonly #weigh: (key: Key, value: Value) => number;

  constructor(limit: number, weigh: (key: Key, value: Value) => number = () => 1) {
    this.#half = limit / 2;
    this.#weigh = weigh;
  }

  get size(): number {
    return this.#young.size + this.#old.size;
  }

  get(key: Key): Value | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  /** What is heavier than half of the map is not kept. */
  set(key: Key, value: Value): void {
    this.delete(key);
    const weight = this.#weigh(key, value);
    if (weight > this.#half) return;
    if (this.#weight + weight > this.#half) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#weight = 0;
    }
    this.#young.set(key, value);
    this.#weight += weight;
  }

  delete(key: Key): void {
    const young = this.#young.get(key);
    if (young !== undefined) this.#weight -= this.#weigh(key, young);
    this.#young.delete(key);
    this.#old.delete(key);
  }
}
