import type { AttemptRecord } from '../../../api/attempts/resource.ts';
import type { CodatCheckRecord } from '../../../api/codat-checks/resource.ts';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { LOCALE } from '../../../common/locale.ts';
import { outreachesIn, outreachLabel, type Tried } from '../../../journey/outreach.ts';
import { STAGE_LABELS } from '../../../journey/stages.ts';

/** Of Codat’s support: https://docs.codat.io/docs/contact-codat-support */
export const CODAT_SUPPORT = 'support@codat.io';

/** A company’s page in Codat’s portal. */
export const portalUrl = (companyId: string): string =>
  `https://app.codat.io/companies/${encodeURIComponent(companyId)}/summary`;

/** In UTC, as the reader may be elsewhere: “23 Feb 2027, 09:12 UTC”. */
const time = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
});

const timeOf = (instant: string): string => time.format(new Date(instant));

type Facts = {
  customer: CustomerRecord;
  /** The name of the customer’s software. */
  software: string | null;
  /** The last failed attempt. */
  attempt: AttemptRecord | undefined;
  check: CodatCheckRecord | undefined;
};

const failureLines = ({ attempt, customer }: Facts): string[] => {
  if (!attempt) return [];
  const { failureText, statusCode, endedAt, startedAt } = attempt;
  return [
    `Error as received: ${failureText || 'none'}`,
    `Status code: ${statusCode ?? 'none'}`,
    `Failed: ${timeOf(endedAt ?? startedAt)}`,
    `Failures in a row: ${customer.failedAttempts}`,
  ];
};

const checkLines = ({ check }: Facts): string[] => {
  if (!check) return [];
  const { problem, summary, requestedAt, checkedAt, correlationId } = check;
  const found = problem ?? summary;
  return [
    ...(found ? [`Codat’s API on ${timeOf(checkedAt ?? requestedAt)}: ${found}`] : []),
    ...(correlationId ? [`Correlation ID: ${correlationId}`] : []),
  ];
};

const triedLines = (tried: Tried): string[] =>
  outreachesIn(tried).map(
    ({ outreach, at }) => `Tried: ${outreachLabel(outreach)} on ${timeOf(at)}`,
  );

/** What Codat’s support asks for, as text: https://docs.codat.io/docs/contact-codat-support */
export const codatReport = (facts: Facts): string => {
  const { customer, software } = facts;
  return [
    `Company ID: ${customer.id}`,
    `Portal: ${portalUrl(customer.id)}`,
    `Connection ID: ${customer.connectionId ?? 'none'}`,
    `Software: ${software ?? customer.software ?? 'none'}`,
    `Stage: ${STAGE_LABELS[customer.stage]}, since ${timeOf(customer.stageEnteredAt)}`,
    ...failureLines(facts),
    ...checkLines(facts),
    ...triedLines(customer.tried),
  ].join('\n');
};
