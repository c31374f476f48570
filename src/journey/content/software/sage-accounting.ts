import { SIGN_IN_ERRORS, type SoftwareEntry } from '../../software-entry.ts';

export const sageAccounting: SoftwareEntry = {
  key: 'tgff',
  otherKeys: [],
  name: 'Sage Accounting',
  guideUrl: 'https://help.codat.io/integrations/sage-bc/overview',
  signIn: 'oauth',
  onPremise: false,
  complexity: 'simple',
  fileUpload: true,
  tags: ['UK', 'US', 'Ireland', 'Canada', 'France', 'Germany', 'Spain'],
  ready: ['Choose the right country and business'],
  guide: {
    steps: [
      'Find Sage Accounting in the list and select it.',
      'Read what is shared, and agree.',
      'Choose your country, and sign in to Sage in the tab that opens.',
      'Choose the business to connect, and allow access.',
      'Come back to the first tab and finish.',
    ],
    pitfalls: [
      {
        sign: 'Your sign-in is refused, or no business is offered.',
        remedy: 'It was another country’s page. Open the link again and choose yours.',
      },
      {
        sign: 'The wrong business was connected.',
        remedy: 'Tell us, and we undo it; then open the link again and choose the other.',
      },
      {
        sign: 'Your Sage Accounting is for Australia, New Zealand, South Africa or Asia.',
        remedy: 'It can’t be connected. You can send files instead.',
      },
    ],
  },
  hosts: [],
  sandbox: {
    letters: 'SA',
    colour: '#006b45',
    share: 8,
    failing: 0.1,
    reasons: { ...SIGN_IN_ERRORS, unsupported: 1 },
    minutes: [3, 12],
  },
};
