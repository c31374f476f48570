import { inArray, sql } from 'drizzle-orm';
import { textArray } from '../database/bulk.ts';
import type { Database } from '../database/database.ts';
import { ingest, loadEvents } from '../database/ingest.ts';
import { type CodatSettings, sightings, software } from '../database/schema/index.ts';
import { fold } from '../journey/fold.ts';
import type { Instant } from '../journey/instant.ts';
import type { CodatClient } from './client.ts';
import { canonicalKey } from './descriptions.ts';
import type { ListedCompany } from './payloads.ts';
import { reconcile } from './reconcile.ts';

/** What came of a page of companies: events that were new, companies that the settings leave out. */
export type Imported = { changed: number; leftOut: number };

const isWanted = ({ products }: ListedCompany, { product }: CodatSettings): boolean =>
  product === null || (products ?? []).includes(product);

/** Takes in what companies at Codat show that their customers' states don't. Who is a customer already stays one. */
export const importCompanies = async (
  database: Database,
  companies: readonly ListedCompany[],
  settings: CodatSettings,
  { observedAt, now }: { observedAt: Instant; now: Instant },
): Promise<Imported> => {
  const known = await loadEvents(
    database,
    companies.map(({ id }) => id),
  );
  const ours = companies.filter((one) => known.has(one.id) || isWanted(one, settings));
  const found = ours.flatMap((company) =>
    reconcile({ company, observedAt, state: fold(known.get(company.id) ?? []) }),
  );
  return {
    changed: await ingest(database, found, now),
    leftOut: companies.length - ours.length,
  };
};

/** Notes that companies were there, for finding those that no longer are. */
export const recordSightings = async (
  database: Database,
  companies: readonly ListedCompany[],
  seenAt: Instant,
): Promise<void> => {
  const ids = textArray(companies.map(({ id }) => id));
  await database
    .insert(sightings)
    .select(sql`select id, ${seenAt}::timestamptz from unnest(${ids}) id`)
    .onConflictDoUpdate({ target: sightings.customerId, set: { seenAt } });
};

/** Takes over what Codat says of each software we know. What a team set, and our own knowledge, stay. */
export const importIntegrations = async (database: Database, codat: CodatClient): Promise<void> => {
  const integrations = await codat.integrations();
  const byKey = Map.groupBy(integrations, ({ key }) => canonicalKey(key));
  const known = await database
    .select({ id: software.id })
    .from(software)
    .where(inArray(software.id, [...byKey.keys()]));
  for (const { id } of known) {
    const tiles = byKey.get(id) ?? [];
    await database
      .update(software)
      .set({
        enabled: tiles.some(({ enabled }) => enabled),
        logoUrl: tiles[0]?.logoUrl ?? null,
        ...(tiles[0]?.isOfflineConnector != null && { onPremise: tiles[0].isOfflineConnector }),
      })
      .where(sql`${software.id} = ${id}`);
  }
};
