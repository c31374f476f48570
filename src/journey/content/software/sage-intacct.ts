import type { SoftwareEntry } from '../../software-entry.ts';

export const sageIntacct: SoftwareEntry = {
  key: 'knfz',
  otherKeys: [],
  name: 'Sage Intacct',
  guideUrl: 'https://help.codat.io/integrations/sage-intacct/overview',
  signIn: 'credentials',
  onPremise: false,
  complexity: 'complex',
  fileUpload: true,
  tags: ['Premium'],
  ready: [
    'A full administrator and the company ID',
    'Web Services enabled, with a Web Services user',
    'Entity-level access',
    'A full subscription, not a trial',
  ],
  guide: {
    steps: [
      'Sign in to Sage Intacct as a full administrator and note the company ID.',
      'In Company > Admin > Subscriptions, enable Web Services. Add the sender shown on the page to the Web Services authorisations.',
      'Create a Web Services user with entity-level access, and with an email address you can read.',
      'Open the link, select Sage Intacct, review the data you’ll share and agree.',
      'Enter the company ID and the Web Services user and password.',
      'Give the user the permissions that the page lists as missing, choose the entity and finish.',
    ],
    pitfalls: [
      {
        sign: 'The sign-in is rejected, although the password is right.',
        remedy: 'Use the Web Services user, not your own, and check that the sender is authorised.',
      },
      {
        sign: 'The page lists missing permissions.',
        remedy:
          'Ask an administrator to add exactly those to the Web Services user. Then try again.',
      },
      {
        sign: 'You can’t connect the entity.',
        remedy:
          'The Web Services user lacks entity-level access. Ask an administrator to enable it.',
      },
      {
        sign: 'You use a trial of Sage Intacct.',
        remedy: 'Trials aren’t supported. You can send files until you subscribe.',
      },
    ],
  },
  hosts: [],
  sandbox: {
    letters: 'SI',
    colour: '#0a5c50',
    share: 4,
    failing: 0.36,
    reasons: { setup_incomplete: 5, credentials_rejected: 3, unsupported: 1 },
    minutes: [15, 90],
  },
};
