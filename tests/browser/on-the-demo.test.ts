import { openDemo } from '../support/demo.ts';
import { shareHost } from '../support/hosts.ts';
import { testSignIn } from './dashboard.ts';
import { testDemoOnly } from './demo-only.ts';
import { testJourney } from './journey.ts';

// These share one demo, because creating its database and customers takes longer than any test. Only what differs
// between server and demo is tested on it.
const host = shareHost(openDemo);
testSignIn(host);
testJourney(host);
testDemoOnly(host);
