import { z } from '@hono/zod-openapi';
import {
  LONGEST_LABEL,
  MOST_LABELS,
  tidyLabel,
  uniqueLabels,
} from '../../journey/profile/customer-labels.ts';
import { lineOfText } from '../kit/writable.ts';

const label = lineOfText(LONGEST_LABEL)
  .refine((text) => !text.includes(','), 'Commas are not allowed. Enter each tag by itself.')
  .transform(tidyLabel);

/** Tags of a customer: at most 20 of 40 characters, each once. */
export const labelsForm = z
  .array(label)
  .max(MOST_LABELS, `At most ${MOST_LABELS} tags.`)
  .transform(uniqueLabels);
