import type { PgBoss } from 'pg-boss';
import type { ForgetJobs } from '../../database/privacy/erase.ts';
import { DELIVERY } from './deliveries.ts';
import { EMAIL } from './emails.ts';
import { within } from './within.ts';

/** Deletes the jobs about emails and deliveries, whose results may quote an address. */
export const forgetJobsOf =
  (boss: PgBoss): ForgetJobs =>
  async (transaction, { emailIds, deliveryIds }) => {
    const db = within(transaction);
    const forget = async (queue: string, all: object[]): Promise<void> => {
      // Without a mail server there is no queue of emails.
      if (all.length === 0 || !(await boss.getQueue(queue))) return;
      for (const data of all)
        for (const { id } of await boss.findJobs(queue, { data, db }))
          await boss.deleteJob(queue, id, { db });
    };
    await forget(
      EMAIL,
      emailIds.map((emailId) => ({ emailId })),
    );
    await forget(
      DELIVERY,
      deliveryIds.map((deliveryId) => ({ deliveryId })),
    );
  };
