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
    'An Administrator, with the second factor at hand',
    'Bundle 391485 installed',
    'Client SuiteScript, Server SuiteScript, REST Web Services and Token-based Authentication switched on',
    'The production account, and the subsidiary to connect',
  ],
  guide: {
    steps: [
      'Sign in to NetSuite with the Administrator role, your second factor at hand.',
      'In Enable Features, under SuiteCloud, switch on Client SuiteScript, Server SuiteScript, REST Web Services and Token-based Authentication. Accept the terms and save.',
      'In Search & Install Bundles, install or update bundle 391485, AppLink.',
      'Open the link, select Oracle NetSuite, read what is shared, and agree.',
      'Choose the production account, sign in as Administrator, and press Allow.',
      'Choose the subsidiary, come back to the first tab and finish.',
    ],
    pitfalls: [
      {
        sign: 'NetSuite says that your role lacks permission.',
        remedy:
          'Only an Administrator can create the access token. The administrator opens the link.',
      },
      {
        sign: 'Search & Install Bundles is nowhere to be found.',
        remedy: 'Your role may not install bundles. An Administrator installs it.',
      },
      {
        sign: 'An error says that a feature is not enabled.',
        remedy: 'Go through the four switches under SuiteCloud again, and save.',
      },
      {
        sign: 'It worked, but data is missing.',
        remedy:
          'The bundle is out of date; it does not update by itself. Update it in Installed Bundles.',
      },
      {
        sign: 'No data after a day.',
        remedy: 'Nothing is wrong: a first reading of very much data can take up to 60 hours.',
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
