import { openDemo } from '../support/demo.ts';
import { shareHost } from '../support/hosts.ts';
import { testContacts } from './contacts.ts';
import { testCustomerActions } from './customer-actions.ts';
import { testDashboard } from './dashboard.ts';
import { testDemoOnly } from './demo-only.ts';
import { testEmails } from './emails.ts';
import { testJourney } from './journey.ts';

// One demo for all of these: to make its database and customers takes longer than any test. What differs between server
// and demo runs on both; the rest on one of them.
const host = shareHost(openDemo);
testDashboard(host);
testCustomerActions(host);
testContacts(host);
testEmails(host);
testJourney(host);
testDemoOnly(host);
