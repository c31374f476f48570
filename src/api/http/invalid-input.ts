import type { Hook, z } from '@hono/zod-openapi';
import type { Env } from '../session/session.ts';
import { Problem } from './problem.ts';

type Issue = z.core.$ZodIssue;

const unknownKeys = (issue: Issue): readonly string[] =>
  issue.code === 'unrecognized_keys' ? issue.keys : [];

const fieldOf = (issue: Issue): string =>
  issue.path.join('.') || unknownKeys(issue).join(', ') || 'body';

const sentenceOf = ({ code, message }: Issue): string =>
  code === 'unrecognized_keys' ? 'Unknown field.' : message;

/** What is wrong with each field, as react-admin shows it beside a form's inputs. */
const fieldErrors = (issues: readonly Issue[]): Record<string, string> =>
  Object.fromEntries(issues.map((issue) => [fieldOf(issue), sentenceOf(issue)]));

/** Answers 422 for an invalid body and 400 for an invalid query, naming each field. */
// biome-ignore lint/suspicious/noExplicitAny: the hook serves every route, whatever its input
export const invalidInput: Hook<any, Env, any, any> = (result) => {
  if (result.success) return;
  const errors = fieldErrors(result.error.issues);
  const details = Object.entries(errors).map(([field, sentence]) => `${field}: ${sentence}`);
  throw new Problem(result.target === 'json' ? 422 : 400, details.join(' '), { errors });
};
