import { openDemo } from '../support/demo.ts';
import { shareHost } from '../support/hosts.ts';
import { testCustomerActions } from './customer-actions.ts';
import { testSignIn } from './dashboard.ts';
import { testDemoOnly } from './demo-only.ts';
import { testEmails } from './emails.ts';
import { testJourney } from './journey.ts';

// These share one demo, because creating its database and customers takes longer than any test. Tests of what differs
// between server and demo run on both, others on one of them.
const host = shareHost(openDemo);
testSignIn(host);
testCustomerActions(host);
testEmails(host);
testJourney(host);
testDemoOnly(host);
