import { dynamicsBusinessCentral } from './dynamics-business-central.ts';
import { dynamicsFinanceOperations } from './dynamics-finance-operations.ts';
import { exactOnline } from './exact-online.ts';
import { freeagent } from './freeagent.ts';
import { freshbooks } from './freshbooks.ts';
import type { Guide } from './guide.ts';
import { myobBusiness } from './myob-business.ts';
import { netsuite } from './netsuite.ts';
import { quickbooksDesktop } from './quickbooks-desktop.ts';
import { quickbooksOnline } from './quickbooks-online.ts';
import { sage50Accounts } from './sage-50-accounts.ts';
import { sage200Standard } from './sage-200-standard.ts';
import { sageAccounting } from './sage-accounting.ts';
import { sageIntacct } from './sage-intacct.ts';
import { workday } from './workday.ts';
import { xero } from './xero.ts';

const GUIDES: readonly Guide[] = [
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

/** Our guide for a software, by Codat's key; null for software that we have none for. */
export const guideOf = (software: string | null): Guide | null =>
  GUIDES.find((guide) => guide.software === software) ?? null;
