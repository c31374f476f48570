import { openServer, shareHost } from '../support/hosts.ts';
import { testCustomerActions } from './customer-actions.ts';
import { testCustomerPages } from './customer-pages.ts';
import { testEmails } from './emails.ts';
import { testJourney } from './journey.ts';
import { testKeyboard } from './keyboard.ts';

// As the other tests on the server, in a file of their own so that both run at the same time.
const host = shareHost(openServer);
testCustomerActions(host);
testEmails(host);
testCustomerPages(host);
testJourney(host);
testKeyboard(host);
