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
    'A full administrator, and the company ID',
    'Web Services switched on, with a Web Services user',
    'Entity-level access',
    'Not a trial',
  ],
  guide: {
    steps: [
      'Sign in to Sage Intacct as a full administrator, and note the company ID.',
      'In Company, Admin, Subscriptions, switch on Web Services, and add the sender that the page shows to the Web Services authorisations.',
      'Create a Web Services user whose mailbox you can read, with entity-level access.',
      'Open the link, select Sage Intacct, read what is shared, and agree.',
      'Enter the company ID, and the Web Services user and its password.',
      'Give the user the permissions that the page lists as missing, choose the entity, and finish.',
    ],
    pitfalls: [
      {
        sign: 'The login is refused although the password is right.',
        remedy: 'Use the Web Services user, not your own, and check that the sender is authorised.',
      },
      {
        sign: 'The page lists missing permissions.',
        remedy: 'An administrator adds exactly those to the Web Services user; then try again.',
      },
      {
        sign: 'The entity can’t be connected.',
        remedy: 'The Web Services user lacks entity-level access. An administrator switches it on.',
      },
      {
        sign: 'You use a trial of Sage Intacct.',
        remedy: 'A trial can’t be connected. You can send files until you subscribe.',
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
