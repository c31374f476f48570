import { openDemo } from '../support/demo.ts';
import { shareHost } from '../support/hosts.ts';
import { testContacts } from './contacts.ts';
import { testCustomerActions } from './customer-actions.ts';
import { testDashboard } from './dashboard.ts';
import { testDemoOnly } from './demo-only.ts';
import { testEmails } from './emails.ts';
import { testJourney } from './journey.ts';

// These share one demo, because creating its database and customers takes longer than any test. Tests of what differs
// between server and demo run on both, others on one of them.
const host = shareHost(openDemo);
testDashboard(host);
testCustomerActions(host);
testContacts(host);
testEmails(host);
testJourney(host);
testDemoOnly(host);
