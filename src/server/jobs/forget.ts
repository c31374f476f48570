import type { PgBoss } from 'pg-boss';
import type { ForgetJobs } from '../../database/privacy/erase.ts';
import { DELIVERY } from './deliveries.ts';
import { EMAIL } from './emails.ts';

/** Deletes the jobs about emails and deliveries, whose results may quote an address. */
export const forgetJobsOf = (boss: PgBoss): ForgetJobs => {
  const forget = async (queue: string, all: object[]): Promise<void> => {
    // Without a mail server there is no queue of emails.
    if (all.length === 0 || !(await boss.getQueue(queue))) return;
    for (const data of all)
      for (const { id } of await boss.findJobs(queue, { data })) await boss.deleteJob(queue, id);
  };
  return async ({ emailIds, deliveryIds }) => {
    await forget(
      EMAIL,
      emailIds.map((emailId) => ({ emailId })),
    );
    await forget(
      DELIVERY,
      deliveryIds.map((deliveryId) => ({ deliveryId })),
    );
  };
};
