import type { Session } from '../../support/sign-in.ts';

/** Asks as a browser would, and reads the whole answer. @throws when the server refuses */
export const ask = async (
  { get }: Pick<Session, 'get'>,
  path: string,
  headers?: Record<string, string>,
): Promise<Response> => {
  const response = await get(path, headers);
  const body = await response.text();
  if (!response.ok) throw new Error(`${response.status} for ${path}: ${body}`);
  return response;
};

/** All at once, as a page does. */
export const askAll = async (
  session: Pick<Session, 'get'>,
  paths: readonly string[],
  headers?: Record<string, string>,
) => {
  await Promise.all(paths.map((path) => ask(session, path, headers)));
};
