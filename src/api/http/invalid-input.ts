import type { Hook } from '@hono/zod-openapi';
import type { Env } from '../session/session.ts';
import { Problem } from './problem.ts';

type Issue = { path: PropertyKey[]; message: string; code: string; keys?: string[] };

const fieldOf = ({ path, keys }: Issue): string => path.join('.') || keys?.join(', ') || 'body';

const sentenceOf = ({ code, message }: Issue): string =>
  code === 'unrecognized_keys' ? 'There is no such field.' : message;

/** What is wrong with each field, as react-admin shows it beside the form's inputs. */
const fieldErrors = (issues: readonly Issue[]): Record<string, string> =>
  Object.fromEntries(issues.map((issue) => [fieldOf(issue), sentenceOf(issue)]));

/** Answers 422 for a body, 400 for a query that does not validate, naming each field. */
// biome-ignore lint/suspicious/noExplicitAny: the hook serves every route, whatever its input
export const invalidInput: Hook<any, Env, any, any> = (result) => {
  if (result.success) return;
  const errors = fieldErrors(result.error.issues as Issue[]);
  const details = Object.entries(errors).map(([field, sentence]) => `${field}: ${sentence}`);
  throw new Problem(result.target === 'json' ? 422 : 400, details.join(' '), { errors });
};
