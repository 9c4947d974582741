import { generateClients } from './generate.ts';

/** What the tests need before Vitest loads them: the code that is generated. */
await generateClients();
