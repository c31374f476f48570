import { v5 as uuidv5 } from 'uuid';
import { type ActivityParts, isRecorded } from '../../common/activity.ts';
import type { ListQuery } from '../kit/list-query.ts';
import type { ApiRequest } from '../kit/request.ts';
import type { Row } from '../kit/resource.ts';
import { customerOf } from './details.ts';
import { recordActivity } from './record-activity.ts';

/** More records in one request than a page shows are an export. */
const PAGE = 100;

/** Any UUID: the names of views are hashed with it. */
const VIEWS = '7d1f4c52-3f1b-4e0e-9a57-5a3a4c1f6f0e';

const recordRead = async (
  request: ApiRequest,
  parts: { resource: string; action: string },
  read: { id?: string; recordId: string; customerId?: string | null; details?: object },
): Promise<void> => {
  if (!isRecorded(parts))
    throw new Error(`List “${parts.resource} ${parts.action}” in src/common/activity.ts.`);
  const entry: ActivityParts & typeof read = { ...parts, ...read };
  // People can read while nothing can be written, such as after a failover.
  await recordActivity(request, entry).catch((error) =>
    request.ports.log.warn({ err: error }, 'view not recorded'),
  );
};

/** Records that a person opened a record, once a day (UTC). */
export const recordView = (request: ApiRequest, resource: string, row: Row): Promise<void> => {
  const day = request.now.slice(0, 10);
  return recordRead(
    request,
    { resource, action: 'view' },
    {
      id: uuidv5([resource, row.id, request.person.id, day].join('\n'), VIEWS),
      recordId: row.id,
      customerId: customerOf(resource, row),
    },
  );
};

/** How many records a request asks for: of a page, or by their IDs. */
const asked = ({ range, filter }: ListQuery): number => {
  if (range) return range.last - range.first + 1;
  return Array.isArray(filter.id) ? filter.id.length : 0;
};

/** Whether a request is for more records than a page shows, unless they are of one customer. */
export const isExport = (query: ListQuery): boolean =>
  asked(query) > PAGE && typeof query.filter.customerId !== 'string';

/** Records an export. */
export const recordExport = async (
  request: ApiRequest,
  resource: string,
  query: ListQuery,
  rows: number,
): Promise<void> => {
  const { filter, range } = query;
  const first = range?.first ?? 0;
  const details = { filter, rows, ...(first > 0 && { first }) };
  await recordRead(request, { resource, action: 'export' }, { recordId: '', details });
};
