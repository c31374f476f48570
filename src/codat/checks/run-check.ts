import { eq } from 'drizzle-orm';
import { announce } from '../../database/changes/changes.ts';
import type { Database, Transaction } from '../../database/database.ts';
import { ingestWithin } from '../../database/ingest.ts';
import { lockCustomers } from '../../database/locks.ts';
import { type CodatCheck, codatChecks } from '../../database/schema/index.ts';
import { transact } from '../../database/transact.ts';
import { inTurn } from '../../database/waiting/turns.ts';
import type { Instant } from '../../journey/instant.ts';
import { CodatRefusal, CodatUnavailable } from '../errors.ts';
import { findChanges } from '../import-companies.ts';
import type { ListedCompany } from '../payloads.ts';
import { findingsOf, summaryOf } from './words.ts';

export type CheckPorts = {
  database: Database;
  /** Asks Codat for a company. @throws CodatRefusal, CodatUnavailable */
  ask: (companyId: string) => Promise<ListedCompany>;
  now: () => Instant;
};

const PATIENCE_MS = 5000;

/** A company of which Codat says that it doesn’t exist is null. */
const lookUp = async ({ ask }: CheckPorts, id: string): Promise<ListedCompany | null> => {
  try {
    return await ask(id);
  } catch (error) {
    if (error instanceof CodatRefusal && error.status === 404) return null;
    throw error;
  }
};

/** Stores what came of a check, unless the customer was erased meanwhile. */
export const storeCheck = async (
  transaction: Database | Transaction,
  customerId: string,
  outcome: Partial<CodatCheck>,
): Promise<void> => {
  await transaction.update(codatChecks).set(outcome).where(eq(codatChecks.customerId, customerId));
  await announce(transaction, { resources: ['codat-checks'], customerId });
};

/** Ingests what webhooks and syncs haven’t told, while they wait, so that nothing is told twice. */
const take = (
  { database, now }: CheckPorts,
  customerId: string,
  company: ListedCompany | null,
  observedAt: Instant,
): Promise<void> =>
  inTurn(customerId, PATIENCE_MS, () =>
    transact(database, async (transaction) => {
      await lockCustomers(transaction, [customerId]);
      const companies = company ? [{ ...company, id: customerId }] : [];
      const { events } = await findChanges(transaction, companies, observedAt, () => false);
      const added = await ingestWithin(transaction, events, now());
      const changes = added > 0 ? findingsOf(events) : [];
      await storeCheck(transaction, customerId, {
        ...{ state: 'done', checkedAt: observedAt, changes },
        ...{ summary: summaryOf(company, changes.length), problem: null, correlationId: null },
      });
    }),
  );

/**
 * Asks Codat now for a customer’s company, ingests what is new and stores what was found. A company that Codat doesn’t
 * know changes nothing: only a full sync, which sees all of them, tells a deleted company from a wrong API key.
 * @throws CodatRefusal, CodatUnavailable, which are stored too
 */
export const runCheck = async (ports: CheckPorts, customerId: string): Promise<void> => {
  const observedAt = ports.now();
  try {
    await take(ports, customerId, await lookUp(ports, customerId), observedAt);
  } catch (error) {
    if (error instanceof CodatRefusal || error instanceof CodatUnavailable) {
      const { message: problem, correlationId } = error;
      await storeCheck(ports.database, customerId, { state: 'failed', problem, correlationId });
    }
    throw error;
  }
};
