import { Pill } from '../Pill.tsx';
import { type Spike, spikeWords } from './spikeWords.ts';

/** Marks a software that fails more than usual. */
export const SpikePill = ({ spike }: { spike: Spike | null }) =>
  spike && (
    <span title={spikeWords(spike)}>
      <Pill tone="warn">spike</Pill>
    </span>
  );
