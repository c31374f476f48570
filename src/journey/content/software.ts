import type { Guide, SoftwareEntry } from '../software-entry.ts';
import { dynamicsBusinessCentral } from './software/dynamics-business-central.ts';
import { dynamicsFinanceOperations } from './software/dynamics-finance-operations.ts';
import { exactOnline } from './software/exact-online.ts';
import { freeagent } from './software/freeagent.ts';
import { freshbooks } from './software/freshbooks.ts';
import { myobBusiness } from './software/myob-business.ts';
import { netsuite } from './software/netsuite.ts';
import { quickbooksDesktop } from './software/quickbooks-desktop.ts';
import { quickbooksOnline } from './software/quickbooks-online.ts';
import { sage50Accounts } from './software/sage-50-accounts.ts';
import { sage200Standard } from './software/sage-200-standard.ts';
import { sageAccounting } from './software/sage-accounting.ts';
import { sageIntacct } from './software/sage-intacct.ts';
import { workday } from './software/workday.ts';
import { xero } from './software/xero.ts';

/** The accounting software that streams data continuously, by name. */
export const SOFTWARE: readonly SoftwareEntry[] = [
  dynamicsBusinessCentral,
  dynamicsFinanceOperations,
  exactOnline,
  freeagent,
  freshbooks,
  myobBusiness,
  netsuite,
  quickbooksDesktop,
  quickbooksOnline,
  sage200Standard,
  sage50Accounts,
  sageAccounting,
  sageIntacct,
  workday,
  xero,
];

const BY_KEY = new Map(
  SOFTWARE.flatMap((entry) => [entry.key, ...entry.otherKeys].map((key) => [key, entry] as const)),
);

/** What we know of the software with one of Codat's integration keys; null if nothing. */
export const softwareOf = (key: string | null): SoftwareEntry | null =>
  BY_KEY.get(key ?? '') ?? null;

/** Our guide to the software with one of Codat's integration keys; null if there is none. */
export const guideOf = (key: string | null): Guide | null => softwareOf(key)?.guide ?? null;

/** Codat is reached over HTTPS only. */
export const ALLOW_LIST_PORT = 443;

/** The hosts that a customer's IT must allow for the software with one of Codat's integration keys. */
export const allowedHosts = (key: string | null): string[] => [
  '*.codat.io',
  ...(softwareOf(key)?.hosts ?? []),
];
