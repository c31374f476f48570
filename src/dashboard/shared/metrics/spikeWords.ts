import type { OverviewAnswer } from '../../../api/metrics/answers.ts';
import { percent } from './words.ts';

export type Spike = Pick<OverviewAnswer['spikes'][number], 'failed' | 'ended' | 'window' | 'usual'>;

const WINDOWS: Record<Spike['window'], string> = { '24h': '24 hours', '7d': '7 days' };

/** How a software fails more than usual, as in “9 of 14 tries failed in the last 24 hours, usually 11 %”. */
export const spikeWords = ({ failed, ended, window, usual }: Spike): string => {
  const lately = `${failed} of ${ended} tries failed in the last ${WINDOWS[window]}`;
  return usual.rate === null ? lately : `${lately}, usually ${percent(usual.rate)}`;
};
