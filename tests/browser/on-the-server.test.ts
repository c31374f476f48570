import { openServer, shareHost } from '../support/hosts.ts';
import { testActs } from './acts.ts';
import { testContacts } from './contacts.ts';
import { testCustomerPages } from './customer-pages.ts';
import { testDashboard } from './dashboard.ts';
import { testEmails } from './emails.ts';
import { testJourney } from './journey.ts';
import { testOverview } from './overview.ts';
import { testServerOnly } from './server-only.ts';
import { testSoftware } from './software.ts';

// One server, with one browser on it, for all of these: each takes longer to start than a test takes.
const host = shareHost(openServer);
testDashboard(host);
testOverview(host);
testSoftware(host);
testActs(host);
testContacts(host);
testEmails(host);
testCustomerPages(host);
testJourney(host);
testServerOnly(host);
