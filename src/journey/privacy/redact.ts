import { type JourneyEvent, parseEvent } from '../events.ts';
import { recognizedIn, recognizedInRead } from '../recognize-reason.ts';

/** What of a profile the numbers need: when the customer began, who looked after them and when they were paused. */
const OF_PROFILE = [
  ...['createdAt', 'accountManagerId', 'ownerManagerId', 'assigneeId'],
  ...['snoozedUntil', 'waitingFor', 'waitingUntil'],
];

/** What moves the journey, in the data of any type of event. Whatever else there is may be personal. */
const OF_DATA = [
  ...['connectionId', 'software', 'sourceType', 'noticedLater', 'beforeFirstSight', 'status'],
  ...['channel', 'kind', 'template', 'to', 'emailId', 'linkId', 'noteId', 'caseId'],
  ...['outcome', 'reason', 'failedAt', 'failure', 'again'],
];

const pick = (value: object, fields: readonly string[]): object =>
  Object.fromEntries(Object.entries(value).filter(([field]) => fields.includes(field)));

/** A status code as HTTP has it. Anyone can put other text in its place. */
const CODE = /^\d{3}$/;

/** What is left of a failure’s texts: what was recognized in them. */
const ofTexts = (event: JourneyEvent): object => {
  if (event.type === 'read.failed')
    return { statuses: [], text: '', recognized: recognizedInRead(event) };
  if (event.type !== 'connection.failed') return {};
  const { statusCode } = event.data;
  return {
    ...(statusCode && CODE.test(statusCode) && { statusCode }),
    text: '',
    recognized: recognizedIn(event),
  };
};

/**
 * An event without anything personal: names, contacts, texts and addresses. It yields the same journeys, attempts and
 * numbers. Its ids stay, because only they say what belongs together.
 */
export const redact = (event: JourneyEvent): JourneyEvent => {
  const { data } = event;
  const customer = 'customer' in data && data.customer && pick(data.customer, OF_PROFILE);
  return parseEvent({
    ...event,
    data: { ...pick(data, OF_DATA), ...ofTexts(event), ...(customer && { customer }) },
  });
};
