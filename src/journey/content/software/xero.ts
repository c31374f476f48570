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
    'A login that may connect apps (Standard or Adviser)',
    'One sign-in for each company to connect',
  ],
  guide: {
    steps: [
      'Find Xero in the list and select it.',
      'Read what is shared, and agree.',
      'Sign in to Xero in the tab that opens, with your second factor if you use one.',
      'Choose the organisation to connect, and press Allow access.',
      'Come back to the first tab and finish.',
    ],
    pitfalls: [
      {
        sign: 'Xero says that you can’t connect apps.',
        remedy: 'Ask a user with the Standard or Adviser role to open the link.',
      },
      {
        sign: 'Another company of yours lost its connection.',
        remedy: 'Use a Xero sign-in of its own for each company.',
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
