import { dynamicsBusinessCentral } from './dynamics-business-central.ts';
import { dynamicsFinanceOperations } from './dynamics-finance-operations.ts';
import type { ErrorText } from './error-text.ts';
import { exactOnline } from './exact-online.ts';
import { freeagent } from './freeagent.ts';
import { freshbooks } from './freshbooks.ts';
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

/** Error texts by the software’s integration key. */
export const ERROR_TEXTS: Record<string, readonly ErrorText[]> = {
  trji: dynamicsBusinessCentral,
  rqwd: dynamicsFinanceOperations,
  pbbf: exactOnline,
  fbrh: freeagent,
  vxvy: freshbooks,
  pdvj: myobBusiness,
  akxx: netsuite,
  pqsw: quickbooksDesktop,
  qhyg: quickbooksOnline,
  jcrp: sage200Standard,
  hbql: sage50Accounts,
  tgff: sageAccounting,
  knfz: sageIntacct,
  rvam: workday,
  gbol: xero,
};
