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
    const forget = async (queue: string, data: object): Promise<void> => {
      const jobs = await boss.findJobs(queue, { data, db });
      if (jobs.length > 0)
        await boss.deleteJob(
          queue,
          jobs.map(({ id }) => id),
          { db },
        );
    };
    for (const emailId of emailIds) await forget(EMAIL, { emailId });
    for (const deliveryId of deliveryIds) await forget(DELIVERY, { deliveryId });
  };
