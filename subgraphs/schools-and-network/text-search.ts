/** What finds a text anywhere in another: characters that mean something in a pattern stand for themselves. */
export const pattern = (text: string): string =>
  `%${text.trim().replaceAll(/[\\%_]/g, (char) => `\\${char}`)}%`;
