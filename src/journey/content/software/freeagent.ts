import { SIGN_IN_ERRORS, type SoftwareEntry } from '../../software-entry.ts';

export const freeagent: SoftwareEntry = {
  key: 'fbrh',
  otherKeys: [],
  name: 'FreeAgent',
  guideUrl: 'https://help.codat.io/integrations/freeagent/overview',
  signIn: 'oauth',
  onPremise: false,
  complexity: 'simple',
  fileUpload: true,
  tags: [],
  ready: ['A FreeAgent login with full access'],
  guide: {
    steps: [
      'Find FreeAgent in the list and select it.',
      'Read what is shared, and agree.',
      'Sign in to FreeAgent in the tab that opens, with a login that has full access.',
      'Press Approve.',
      'Come back to the first tab and finish.',
    ],
    pitfalls: [
      {
        sign: 'FreeAgent says that your access level is too low.',
        remedy:
          'Ask someone with full access, usually the owner or the accountant, to open the link.',
      },
      {
        sign: 'Your accountant’s practice was connected.',
        remedy: 'Sign out of FreeAgent, open the link again, and sign in to your own company.',
      },
    ],
  },
  hosts: [],
  sandbox: {
    letters: 'FA',
    colour: '#1b659f',
    share: 5,
    failing: 0.06,
    reasons: SIGN_IN_ERRORS,
    minutes: [2, 8],
  },
};
