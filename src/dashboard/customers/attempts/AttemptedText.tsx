import { REASONS } from '../../../journey/failure-reasons.ts';
import { type Attempted, attemptedFilter } from '../../../journey/metrics/attempted.ts';
import { daysLabel } from '../../shared/period/period-labels.ts';
import { useTimeZone } from '../../shared/period/useTimeZone.ts';
import { useSoftware } from '../../shared/useSoftware.tsx';

/** What customers did with an app, in words. */
const WORDS: Record<Attempted['which'], (software: string) => string> = {
  ended_first: (software) => `first attempt with ${software} ended`,
  failed_first: (software) => `first attempt with ${software} failed`,
  started: (software) => `first attempt with ${software} began`,
  not_connected: (software) => `first attempt with ${software} began, not connected so far`,
  ended: (software) => `an attempt with ${software} ended`,
  failed: (software) => `an attempt with ${software} failed`,
  gave_up: (software) => `gave up on ${software}`,
  left_out: (software) => `a duplicate or not our customer, an attempt with ${software} ended`,
};

/** A filter by what customers did with an app in a period, as JSON, in words. */
export const AttemptedText = ({ json }: { json: string }) => {
  const { data } = attemptedFilter.safeParse(JSON.parse(json));
  return data ? <Words attempted={data} /> : <>unknown</>;
};

const Words = ({ attempted }: { attempted: Attempted }) => {
  const { software, which, reasons, ...period } = attempted;
  const name = useSoftware(software)?.name ?? '…';
  const timeZone = useTimeZone();
  const why = reasons && `: ${reasons.map((reason) => REASONS[reason].label).join(' or ')}`;
  return <>{[WORDS[which](name), why, timeZone && `, ${daysLabel(period, timeZone)}`].join('')}</>;
};
