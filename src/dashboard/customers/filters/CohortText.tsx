import { inSentence } from '../../../common/in-sentence.ts';
import { type CohortFilter, cohortFilter } from '../../../journey/metrics/cohort.ts';
import { STAGE_LABELS } from '../../../journey/stages.ts';
import { daysLabel } from '../../shared/period/period-labels.ts';
import { useTimeZone } from '../../shared/period/useTimeZone.ts';
import { useSoftware } from '../../shared/useSoftware.tsx';

const STANDINGS = {
  moving: 'in progress',
  stuck: 'stuck',
  snoozed: 'snoozed or waiting',
  closed: 'closed',
};

/** What the customers of a cohort have in common. */
const wordsOf = (cohort: CohortFilter): string => {
  const began = cohort.kind === 'first' ? 'invited' : 'lost';
  switch (cohort.which) {
    case 'counted':
      return began;
    case 'open':
      return `${began}, still open`;
    case 'left_out':
      return `${began}, duplicates and companies that aren’t customers`;
    case 'connected':
      return `${began}, connected within ${cohort.days} days`;
    case 'partial':
      return `${began}, connected within ${cohort.days} days, with subsidiaries still open`;
    case 'ripe':
      return `${began}, at least ${cohort.days} days ago`;
    case 'approved':
      return 'first connected';
    case 'reached':
      return `${began}, reached ${inSentence(STAGE_LABELS[cohort.stage])}`;
    case 'stopped':
      return `${began}, ${STANDINGS[cohort.standing]} at ${inSentence(STAGE_LABELS[cohort.stage])}`;
  }
};

/** A filter by journeys that began in a period, as JSON, in words. */
export const CohortText = ({ json }: { json: string }) => {
  const { data } = cohortFilter.safeParse(JSON.parse(json));
  return data ? <Words cohort={data} /> : <>unknown</>;
};

const Words = ({ cohort }: { cohort: CohortFilter }) => {
  const timeZone = useTimeZone();
  const software = useSoftware(cohort.software ?? null)?.name;
  return (
    <>
      {[wordsOf(cohort), software && `with ${software}`, timeZone && daysLabel(cohort, timeZone)]
        .filter(Boolean)
        .join(', ')}
    </>
  );
};
