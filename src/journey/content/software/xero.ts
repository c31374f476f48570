import { SIGN_IN_ERRORS, type SoftwareEntry } from '../../software-entry.ts';

export const xero: SoftwareEntry = {
  key: 'gbol',
  otherKeys: [],
  name: 'Xero',
  guideUrl: 'https://help.codat.io/integrations/xero/overview',
  signIn: 'oauth',
  onPremise: false,
  complexity: 'simple',
  fileUpload: true,
  tags: [],
  ready: [
    'A Xero user who can connect apps (Standard or Adviser role)',
    'A separate sign-in for each company you connect',
  ],
  guide: {
    steps: [
      'Find Xero in the list and select it.',
      'Review the data you’ll share and agree.',
      'Sign in to Xero in the tab that opens. Have your two-factor code ready if you use one.',
      'Choose the organisation to connect and select Allow access.',
      'Return to the first tab to finish.',
    ],
    pitfalls: [
      {
        sign: 'Xero says that you can’t connect apps.',
        remedy: 'Ask a user with the Standard or Adviser role to open the link.',
      },
      {
        sign: 'Another of your companies lost its connection.',
        remedy: 'Use a separate Xero sign-in for each company.',
      },
      {
        sign: 'The demo company was connected.',
        remedy: 'Open the link again and choose your own organisation.',
      },
    ],
  },
  hosts: [],
  sandbox: {
    letters: 'X',
    colour: '#0b6285',
    share: 21,
    failing: 0.06,
    reasons: { ...SIGN_IN_ERRORS, wrong_entity: 2 },
    minutes: [2, 8],
  },
};
