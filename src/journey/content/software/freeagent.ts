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
  ready: ['A FreeAgent user with full access'],
  guide: {
    steps: [
      'Find FreeAgent in the list and select it.',
      'Review the data you’ll share and agree.',
      'Sign in to FreeAgent in the tab that opens, as a user with full access.',
      'Select Approve.',
      'Return to the first tab to finish.',
    ],
    pitfalls: [
      {
        sign: 'FreeAgent says your access level is too low.',
        remedy: 'Ask someone with full access, usually the owner or accountant, to open the link.',
      },
      {
        sign: 'Your accountant’s practice was connected.',
        remedy: 'Sign out of FreeAgent, open the link again and sign in to your own company.',
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
