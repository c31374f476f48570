import type { Database } from '../../database/database.ts';
import { causeOf, isPassing } from '../../database/errors.ts';
import type { CodatSettings, SyncRemark } from '../../database/schema/index.ts';
import type { Instant } from '../../journey/instant.ts';
import { type Imported, importCompanies } from '../import-companies.ts';
import { remarkOn } from '../listed.ts';
import type { ListedCompany } from '../payloads.ts';

type Ports = { database: Database; now: () => Instant; onError: (error: unknown) => void };

/** A page that was read at `observedAt`. */
type Page = { companies: readonly ListedCompany[]; settings: CodatSettings; observedAt: Instant };

/** `failed` counts the companies that can’t be stored, and `remarks` says why. */
type ImportedPage = Imported & { failed: number; remarks: SyncRemark[] };

const importAll = ({ database, now }: Ports, { companies, settings, observedAt }: Page) =>
  importCompanies(database, companies, settings, { observedAt, now: now() });

/** Imports each company by itself, so that one that can’t be stored doesn’t keep the others out. */
const importEach = async (ports: Ports, page: Page, error: unknown): Promise<ImportedPage> => {
  const total: ImportedPage = { changed: 0, leftOut: 0, failed: 0, remarks: [] };
  for (const company of page.companies) {
    try {
      const { changed, leftOut } = await importAll(ports, { ...page, companies: [company] });
      total.changed += changed;
      total.leftOut += leftOut;
    } catch (reason) {
      if (isPassing(reason)) throw reason;
      total.failed += 1;
      total.remarks.push(remarkOn(company, `It can’t be stored: ${causeOf(reason)}`));
    }
  }
  // All of them: it isn’t the companies’ fault.
  if (total.failed === page.companies.length) throw error;
  ports.onError(error);
  return total;
};

/**
 * Imports a page of companies.
 * @throws when the database is unavailable, or can’t store any of them
 */
export const importPage = async (ports: Ports, page: Page): Promise<ImportedPage> => {
  try {
    return { ...(await importAll(ports, page)), failed: 0, remarks: [] };
  } catch (error) {
    if (isPassing(error) || page.companies.length < 2) throw error;
    return importEach(ports, page, error);
  }
};
