/** What came is not an HTTP answer that we take. `why` quotes nothing of it. */
export class MalformedAnswer extends Error {
  constructor(why: string) {
    super(`Its answer is not HTTP as we take it: ${why}.`);
  }
}
