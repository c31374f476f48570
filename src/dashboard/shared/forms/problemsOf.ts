import { HttpError } from 'react-admin';

type Problems = Record<string, unknown>;

/** What a form shows of why saving failed: what is wrong with its fields, or else the error’s message as `root.failed`. */
export const problemsOf = (error: unknown): Problems => {
  if (!(error instanceof Error)) throw error;
  const ofFields: Problems | undefined = error instanceof HttpError && error.body?.errors;
  return ofFields || { root: { failed: error.message } };
};
