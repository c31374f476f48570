import { openDemo } from '../support/demo.ts';
import { shareHost } from '../support/hosts.ts';
import { testActs } from './acts.ts';
import { testContacts } from './contacts.ts';
import { testDashboard } from './dashboard.ts';
import { testDemoOnly } from './demo-only.ts';
import { testEmails } from './emails.ts';
import { testJourney } from './journey.ts';
import { testOverview } from './overview.ts';
import { testSoftware } from './software.ts';

// One demo for all of these: to make its database and customers takes longer than any test.
const host = shareHost(openDemo);
testDashboard(host);
testOverview(host);
testSoftware(host);
testActs(host);
testContacts(host);
testEmails(host);
testJourney(host);
testDemoOnly(host);
