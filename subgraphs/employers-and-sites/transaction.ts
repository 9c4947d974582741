import type { Prisma } from './generated/client/client.ts';

export type Transaction = Prisma.TransactionClient;
