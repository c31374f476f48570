import type { z } from '@hono/zod-openapi';
import { raisedCases } from '../../database/schema/index.ts';
import { instant } from '../../journey/clock/instant-schema.ts';
import { recordOf } from '../kit/record-schema.ts';

export const raisedCaseRecord = recordOf(raisedCases).extend({
  /** When the customer last did something, if that was after the case was raised and it is open. */
  movedOnAt: instant.nullable(),
});
export type RaisedCaseRecord = z.output<typeof raisedCaseRecord>;
