import { openDemo } from '../support/demo.ts';
import { shareHost } from '../support/hosts.ts';
import { testDashboard } from './dashboard.ts';
import { testDemoOnly } from './demo-only.ts';
import { testJourney } from './journey.ts';

// One demo for all of these: to make its database and customers takes longer than any test.
const host = shareHost(openDemo);
testDashboard(host);
testJourney(host);
testDemoOnly(host);
