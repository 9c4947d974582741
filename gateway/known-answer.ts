import type { FastifyReply } from 'fastify';
import { GraphQLError } from 'graphql';
import { answerText } from './answer-text.ts';
import { cacheable } from './cache-control.ts';
import { costReport } from './cost-report.ts';
import type { Answer } from './execute.ts';
import type { KnownRequest } from './known-request.ts';
import type { Log } from './log.ts';
import { logErrors } from './log-errors.ts';
import type { RequestContext } from './request-context.ts';
import { COME_BACK_SECONDS, statusOf, UNAVAILABLE } from './status.ts';

type Door = { readonly log: Log; readonly costLimit: number };

/** Answers a known operation as Apollo Server's pipeline would, which `known-answer.test.ts` holds it to. */
export async function answerKnown(
  request: KnownRequest,
  context: RequestContext,
  reply: FastifyReply,
  { log, costLimit }: Door,
): Promise<FastifyReply> {
  const { requestId } = context.vouched;
  const answer = await execute(request, context);
  if (answer.errors.length > 0) {
    logErrors(log, answer.errors, requestId);
    context.observation?.failed(answer.errors);
  }
  const extensions = context.reportsCost ? costReport(answer, costLimit) : undefined;
  const status = statusOf(answer, request.contentType);
  if (status === UNAVAILABLE) reply.header('retry-after', COME_BACK_SECONDS);
  return cacheable(reply, answer.cacheControl)
    .status(status)
    .header('content-type', request.contentType)
    .send(answerText(answer, requestId, extensions));
}

/** What is thrown is a bug of ours: an answer without data, whose error is masked. */
async function execute({ prepared, variables }: KnownRequest, context: RequestContext) {
  const { vouched, deadline, signal, observation } = context;
  try {
    return await prepared({ variables, vouched, deadline, signal, observation });
  } catch (error) {
    const cause = error instanceof Error ? error : new Error(String(error));
    return broken(cause);
  }
}

const broken = (cause: Error): Answer => ({
  errors: [new GraphQLError(cause.message, { originalError: cause })],
});
