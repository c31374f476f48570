import { SIGN_IN_ERRORS, type SoftwareEntry } from '../../software-entry.ts';

export const quickbooksOnline: SoftwareEntry = {
  key: 'qhyg',
  otherKeys: [],
  name: 'QuickBooks Online',
  guideUrl: 'https://help.codat.io/integrations/qb-online/overview',
  signIn: 'oauth',
  onPremise: false,
  complexity: 'simple',
  fileUpload: false,
  tags: [],
  ready: ['A Primary Admin or Company Admin'],
  guide: {
    steps: [
      'Find QuickBooks Online in the list and select it.',
      'Read what is shared, and agree.',
      'Sign in with the Intuit account of a Primary Admin or Company Admin.',
      'Choose the company to connect, and press Connect.',
      'Come back to the first tab and finish.',
    ],
    pitfalls: [
      {
        sign: 'QuickBooks says that you need to be an administrator.',
        remedy: 'A Primary Admin or Company Admin opens the link. Your accountant may be one.',
      },
      {
        sign: 'You use QuickBooks Self-Employed.',
        remedy: 'It can’t be connected. Tell us, and we find another way.',
      },
      {
        sign: 'QuickBooks says that the subscription has lapsed.',
        remedy: 'Renew it with Intuit, and open the link again.',
      },
    ],
  },
  hosts: [],
  sandbox: {
    letters: 'QO',
    colour: '#1f7317',
    share: 19,
    failing: 0.07,
    reasons: { ...SIGN_IN_ERRORS, wrong_entity: 1 },
    minutes: [2, 9],
  },
};
