import { openServer, shareHost } from '../support/hosts.ts';
import { testContacts } from './contacts.ts';
import { testDashboard, testSignIn } from './dashboard.ts';
import { testOverview } from './overview.ts';
import { testServerOnly } from './server-only.ts';
import { testSoftware } from './software.ts';

// These share one server and one browser, because either takes longer to start than a test. Tests of what differs
// between server and demo run on both, others on the server, which is faster.
const host = shareHost(openServer);
testSignIn(host);
testDashboard(host);
testOverview(host);
testSoftware(host);
testContacts(host);
testServerOnly(host);
