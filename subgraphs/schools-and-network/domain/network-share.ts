/** Which part of the high schools is in the network, in percent with one decimal; null of none. */
export const networkShare = (inNetwork: number, highSchools: number): number | null =>
  highSchools > 0 ? Math.round((1_000 * inNetwork) / highSchools) / 10 : null;
