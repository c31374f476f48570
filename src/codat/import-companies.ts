import { inArray, sql } from 'drizzle-orm';
import { textArray } from '../database/bulk.ts';
import type { Database, Transaction } from '../database/database.ts';
import { loadEvents } from '../database/folding/folding.ts';
import { ingest } from '../database/ingest.ts';
import { type CodatSettings, sightings, software } from '../database/schema/index.ts';
import { loadStuckSettings } from '../database/settings.ts';
import { fold } from '../journey/fold.ts';
import type { Instant } from '../journey/instant.ts';
import { EMPTY_STATE } from '../journey/journey.ts';
import { oneTimeSoftware } from '../journey/stuck.ts';
import type { CodatClient } from './client.ts';
import { canonicalKey } from './descriptions.ts';
import { matchesFilter } from './filter/company-filter.ts';
import type { ListedCompany } from './payloads.ts';
import { reconcile } from './reconcile.ts';

/** The result of a page of companies: number of new events, and of companies excluded by the filter. */
export type Imported = { changed: number; leftOut: number };

/** Whether a company matches the filter’s product. Codat has applied the condition on tags. */
const isWanted = ({ products }: ListedCompany, { product }: CodatSettings): boolean =>
  matchesFilter({ product, tags: null }, { products: products ?? [] }) === true;

/**
 * The events that are missing for companies to be as Codat described them at `observedAt`, and how many companies were
 * left out: those that are no customers yet and not wanted.
 */
export const findChanges = async (
  database: Database | Transaction,
  companies: readonly ListedCompany[],
  observedAt: Instant,
  wanted: (company: ListedCompany) => boolean,
) => {
  const known = await loadEvents(
    database,
    companies.map(({ id }) => id),
  );
  const customers = companies.filter((one) => known.has(one.id) || wanted(one));
  const oneTime = oneTimeSoftware(await loadStuckSettings(database));
  const events = customers.flatMap((company) =>
    reconcile({
      company,
      observedAt,
      state: fold(known.get(company.id) ?? [], EMPTY_STATE, oneTime),
    }),
  );
  return { events, leftOut: companies.length - customers.length };
};

/** Records what changed in companies since their last events. Existing customers stay, whatever the filter says. */
export const importCompanies = async (
  database: Database,
  companies: readonly ListedCompany[],
  settings: CodatSettings,
  { observedAt, now }: { observedAt: Instant; now: Instant },
): Promise<Imported> => {
  const { events, leftOut } = await findChanges(database, companies, observedAt, (company) =>
    isWanted(company, settings),
  );
  return { changed: await ingest(database, events, now), leftOut };
};

/** Records that companies were seen, so that a full sync can find those that are gone. */
export const recordSightings = async (
  database: Database,
  companies: readonly ListedCompany[],
  seenAt: Instant,
): Promise<void> => {
  // A list that changes while Codat reads it can contain a company twice.
  const ids = textArray([...new Set(companies.map(({ id }) => id))]);
  await database
    .insert(sightings)
    .select(sql`select id, ${seenAt}::timestamptz from unnest(${ids}) id`)
    .onConflictDoUpdate({
      target: sightings.customerId,
      set: { seenAt: sql`excluded.seen_at` },
    });
};

/** Updates the accounting software we know with Codat’s data. The team’s settings and our own knowledge stay. */
export const importIntegrations = async (database: Database, codat: CodatClient): Promise<void> => {
  const integrations = await codat.integrations();
  const byKey = Map.groupBy(integrations, ({ key }) => canonicalKey(key));
  const known = await database
    .select({ id: software.id })
    .from(software)
    .where(inArray(software.id, [...byKey.keys()]));
  for (const { id } of known) {
    const listed = byKey.get(id) ?? [];
    await database
      .update(software)
      .set({
        enabled: listed.some(({ enabled }) => enabled),
        logoUrl: listed[0]?.logoUrl ?? null,
        ...(listed[0]?.isOfflineConnector != null && { onPremise: listed[0].isOfflineConnector }),
      })
      .where(sql`${software.id} = ${id}`);
  }
};
