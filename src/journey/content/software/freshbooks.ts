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
  ready: ['New FreshBooks, not Classic'],
  guide: {
    steps: [
      'Find FreshBooks in the list and select it.',
      'Read what is shared, and agree.',
      'Sign in to FreshBooks in the tab that opens.',
      'Choose the business, and allow access.',
      'Come back to the first tab and finish.',
    ],
    pitfalls: [
      {
        sign: 'You sign in at FreshBooks Classic.',
        remedy: 'Classic can’t be connected. Move to the new FreshBooks, or send files.',
      },
      {
        sign: 'You are asked to approve again, months later.',
        remedy:
          'What is read has changed, so FreshBooks wants your consent anew. Approve once more.',
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
