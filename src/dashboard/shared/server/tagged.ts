import { fetchJson } from '../http.ts';

/** A record with its ETag, which shows whether someone has changed it since. */
export type Tagged<R> = { record: R; etag: string };

const tagged = <R>({ json, headers }: Awaited<ReturnType<typeof fetchJson>>): Tagged<R> => ({
  record: json,
  etag: headers.get('etag') ?? '',
});

export const readTagged = async <R>(path: string): Promise<Tagged<R>> =>
  tagged(await fetchJson(path));

/** @throws HttpError 412 if someone has changed the record since it was read, 422 with an error for each invalid field */
export const saveTagged = async <R>(
  path: string,
  { etag }: Tagged<R>,
  changes: Partial<R>,
): Promise<Tagged<R>> =>
  tagged(
    await fetchJson(path, {
      method: 'PUT',
      body: JSON.stringify(changes),
      headers: new Headers({ accept: 'application/json', 'if-match': etag }),
    }),
  );
