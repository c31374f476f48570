import { openServer, shareHost } from '../support/hosts.ts';
import { testContacts } from './contacts.ts';
import { testCustomerPages } from './customer-pages.ts';
import { testDashboard } from './dashboard.ts';
import { testJourney } from './journey.ts';
import { testOverview } from './overview.ts';
import { testServerOnly } from './server-only.ts';
import { testSoftware } from './software.ts';

// One server, with one browser on it, for all of these: each takes longer to start than a test takes. What differs
// between server and demo runs on both; the rest on one of them, as both have the same dashboard and the same API.
const host = shareHost(openServer);
testDashboard(host);
testOverview(host);
testSoftware(host);
testContacts(host);
testCustomerPages(host);
testJourney(host);
testServerOnly(host);
