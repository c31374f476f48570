import type { Context } from 'hono';
import type { Env } from '../../session/session.ts';

/** All that an answer depends on: people in the same role who see the same customers get the same one. */
export const questionOf = (context: Context<Env>): string => {
  const { role, portfolio } = context.get('person');
  return JSON.stringify([context.req.url, role, portfolio]);
};
