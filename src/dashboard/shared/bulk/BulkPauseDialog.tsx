import { useState } from 'react';
import type { ChangeOfEach } from '../../../api/customers/bulk/body.ts';
import { PauseFields } from '../pause/PauseFields.tsx';
import { changeOf, startWith } from '../pause/pauseChoice.ts';
import { BulkForm, type BulkProps } from './BulkForm.tsx';

/** Snoozes all selected customers, or lets their cases wait for somebody. */
export const BulkPauseDialog = (props: BulkProps) => {
  // A snooze for some hours counts from when the dialog opened, or its preview would never settle.
  const [now] = useState(Date.now);
  const [choice, setChoice] = useState(() => startWith('24h', null));
  const pause = changeOf(choice, now);
  const change = (): ChangeOfEach | null => {
    if (!pause) return null;
    const { waitingFor, snoozedUntil = null, ...wait } = pause;
    return waitingFor
      ? { action: 'wait', waitingFor, ...wait }
      : { action: 'snooze', snoozedUntil };
  };
  return (
    <BulkForm {...props} title="Snooze" action="Save" done="paused" change={change()}>
      <PauseFields choice={choice} onChange={setChoice} />
    </BulkForm>
  );
};
