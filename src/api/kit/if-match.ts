import type { Context } from 'hono';
import { etagOf } from '../http/etag.ts';
import { Problem } from '../http/problem.ts';
import { locked } from './locked.ts';
import type { ApiRequest } from './request.ts';
import type { Resource, Row } from './resource.ts';
import { findRow } from './rows.ts';

const checkUnchanged = async (context: Context, record: Row): Promise<void> => {
  const expected = context.req.header('if-match');
  if (expected && expected !== '*' && expected !== (await etagOf(record)))
    throw new Problem(412, 'Someone else changed this. Reload and try again.');
};

/**
 * Writes to the record in the path, with a lock that makes other changes to it wait.
 * @throws Problem 404 when there is no such record, 412 when it has changed since the version in `If-Match`
 */
export const whenUnchanged = async <R extends Row>(
  resource: Resource<R>,
  context: Context,
  request: ApiRequest,
  write: (request: ApiRequest, found: R) => Promise<R>,
): Promise<R> => {
  const { id } = await findRow(resource, context.req.param('id') ?? '', request);
  return locked(request, id, async (within) => {
    const found = await findRow(resource, id, within);
    await checkUnchanged(context, found);
    return write(within, found);
  });
};
