import { SIGN_IN_ERRORS, type SoftwareEntry } from '../../software-entry.ts';

export const freshbooks: SoftwareEntry = {
  key: 'vxvy',
  otherKeys: [],
  name: 'FreshBooks',
  guideUrl: 'https://help.codat.io/integrations/freshbooks/overview',
  signIn: 'oauth',
  onPremise: false,
  complexity: 'simple',
  fileUpload: true,
  tags: [],
  ready: ['The new FreshBooks, not Classic'],
  guide: {
    steps: [
      'Find FreshBooks in the list and select it.',
      'Review the data you’ll share and agree.',
      'Sign in to FreshBooks in the tab that opens.',
      'Choose the business and allow access.',
      'Return to the first tab to finish.',
    ],
    pitfalls: [
      {
        sign: 'You use FreshBooks Classic.',
        remedy: 'Classic isn’t supported. Move to the new FreshBooks, or send files.',
      },
      {
        sign: 'FreshBooks asks you to approve again months later.',
        remedy: 'The data we read has changed, so FreshBooks needs your approval again.',
      },
    ],
  },
  hosts: [],
  sandbox: {
    letters: 'FB',
    colour: '#0a62bd',
    share: 4,
    failing: 0.13,
    reasons: { ...SIGN_IN_ERRORS, unsupported: 3 },
    minutes: [2, 8],
  },
};
