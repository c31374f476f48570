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
  ready: ['A Primary Admin or Company Admin account'],
  guide: {
    steps: [
      'Find QuickBooks Online in the list and select it.',
      'Review the data you’ll share and agree.',
      'Sign in with the Intuit account of a Primary Admin or Company Admin.',
      'Choose the company to connect and select Connect.',
      'Return to the first tab to finish.',
    ],
    pitfalls: [
      {
        sign: 'QuickBooks says you need to be an administrator.',
        remedy:
          'Ask a Primary Admin or Company Admin to open the link. Your accountant may be one.',
      },
      {
        sign: 'You use QuickBooks Self-Employed.',
        remedy: 'It isn’t supported. Contact us and we’ll find another way.',
      },
      {
        sign: 'QuickBooks says your subscription has lapsed.',
        remedy: 'Renew it with Intuit and open the link again.',
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
