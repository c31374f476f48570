import type { SoftwareEntry } from '../../software-entry.ts';

export const netsuite: SoftwareEntry = {
  key: 'akxx',
  otherKeys: [],
  name: 'Oracle NetSuite',
  guideUrl: 'https://help.codat.io/integrations/netsuite/overview',
  signIn: 'token+bundle',
  onPremise: false,
  complexity: 'complex',
  fileUpload: true,
  tags: ['Premium'],
  ready: [
    'An Administrator account with two-factor ready',
    'Bundle 391485 installed',
    'Client SuiteScript, Server SuiteScript, REST Web Services and Token-based Authentication enabled',
    'The production account and the subsidiary to connect',
  ],
  guide: {
    steps: [
      'Sign in to NetSuite with the Administrator role. Have your two-factor code ready.',
      'In Enable Features > SuiteCloud, enable Client SuiteScript, Server SuiteScript, REST Web Services and Token-based Authentication. Accept the terms and save.',
      'In Search & Install Bundles, install or update bundle 391485, AppLink.',
      'Open the link, select Oracle NetSuite, review the data you’ll share and agree.',
      'Choose the production account, sign in as Administrator and select Allow.',
      'Choose the subsidiary, then return to the first tab to finish.',
    ],
    pitfalls: [
      {
        sign: 'NetSuite says your role lacks permission.',
        remedy: 'Only an Administrator can create the access token. Ask one to open the link.',
      },
      {
        sign: 'You can’t find Search & Install Bundles.',
        remedy: 'Your role can’t install bundles. Ask an Administrator to install it.',
      },
      {
        sign: 'An error says a feature is not enabled.',
        remedy: 'Check the four settings under SuiteCloud again and save.',
      },
      {
        sign: 'You’re connected, but data is missing.',
        remedy:
          'The bundle is out of date. It doesn’t update automatically, so update it in Installed Bundles.',
      },
      {
        sign: 'There’s no data after a day.',
        remedy: 'This is normal. A large first sync can take up to 60 hours.',
      },
    ],
  },
  hosts: [],
  sandbox: {
    letters: 'NS',
    colour: '#2b4a63',
    share: 7,
    failing: 0.42,
    reasons: { setup_incomplete: 5, not_administrator: 5, credentials_rejected: 1 },
    minutes: [25, 150],
  },
};
