import { z } from '@hono/zod-openapi';
import { MARK_KINDS, type Mark, MOST_MARKS } from '../../database/metrics/marks/mark.ts';
import { marks } from '../../database/metrics/marks/marks.ts';
import { instant } from '../../journey/clock/instant-schema.ts';
import { EMAIL_TEMPLATE_FACTS } from '../../journey/outreach.ts';
import { STUCK_RULES } from '../../journey/stuck.ts';
import { metric } from './metric.ts';
import { bySoftware, scopeOf } from './query.ts';
import { answerOfPeriod } from './schemas.ts';

const mark = z.object({
  kind: z.enum(MARK_KINDS),
  at: instant,
  /** Its date and its ISO week in the team’s time zone. */
  day: z.string(),
  week: z.string(),
  label: z.string(),
  /** Where the dashboard shows it. */
  path: z.string(),
});
export type ShownMark = z.output<typeof mark>;

type Shown = (mark: Mark) => Pick<ShownMark, 'label' | 'path'>;

const TEMPLATE_LABELS = new Map<string, string>(
  Object.entries(EMAIL_TEMPLATE_FACTS).map(([template, { label }]) => [template, label]),
);
const RULE_LABELS = new Map<string, string>(
  STUCK_RULES.map(({ reason, label }) => [reason, label]),
);

const SHOWN: Record<Mark['kind'], Shown> = {
  template: ({ recordId }) => ({
    label: `Email template changed: ${TEMPLATE_LABELS.get(recordId) ?? recordId}`,
    path: `/email-templates/${recordId}`,
  }),
  threshold: ({ recordId }) => ({
    label: `Stuck threshold changed: ${RULE_LABELS.get(recordId) ?? recordId}`,
    path: '/stuck-rules',
  }),
  complexity: ({ recordId, softwareName }) => ({
    label: `Complexity changed: ${softwareName ?? recordId}`,
    path: `/software/${recordId}/show`,
  }),
  incident: ({ recordId, softwareName }) => ({
    label: `Failing more than usual: ${softwareName ?? recordId}`,
    path: '/incidents',
  }),
  'working-time': () => ({ label: 'Working time changed', path: '/stuck-rules' }),
};

export const marksMetric = metric({
  definition:
    'What may have moved numbers in this period: changes to email templates, stuck thresholds, working time and the complexity of software, and when incidents began. ' +
    `Of what changed several times in a day, the last time. At most ${MOST_MARKS}, the newest first.`,
  query: bySoftware,
  answer: answerOfPeriod.extend({ marks: z.array(mark) }),
  compute: async (database, query, asked) => {
    const scope = scopeOf(query, asked);
    const found = await marks(database, scope);
    return {
      period: scope.period,
      marks: found.map((one) => {
        const { kind, at, day, week } = one;
        return { kind, at, day, week, ...SHOWN[kind](one) };
      }),
    };
  },
});
export type MarksAnswer = z.output<typeof marksMetric.answer>;
