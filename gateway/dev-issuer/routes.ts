import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { DevIssuer } from './dev-issuer.ts';

export const DEV_TOKEN_PATH = '/dev/token';

const bodySchema = z.object({ persona: z.string() });

/** `POST /dev/token {"persona": "student"}` answers `{"token": "…"}`. */
export function registerDevIssuer(app: FastifyInstance, issuer: DevIssuer): void {
  app.post(DEV_TOKEN_PATH, async (request, reply) => {
    const body = bodySchema.safeParse(request.body);
    const persona = body.success ? body.data.persona : '';
    const token = await issuer.issue(persona, Date.now());
    reply.header('cache-control', 'no-store');
    if (token) return { token };
    const { personas } = issuer;
    return reply.status(400).send({
      error: `There is no persona "${persona.slice(0, 40)}". There are ${personas.join(', ')}.`,
      personas,
    });
  });
}
