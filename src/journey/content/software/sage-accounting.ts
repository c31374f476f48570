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
  ready: ['The country and business to choose'],
  guide: {
    steps: [
      'Find Sage Accounting in the list and select it.',
      'Review the data you’ll share and agree.',
      'Choose your country and sign in to Sage in the tab that opens.',
      'Choose the business to connect and allow access.',
      'Return to the first tab to finish.',
    ],
    pitfalls: [
      {
        sign: 'Your sign-in is rejected, or there’s no business to choose.',
        remedy: 'You chose another country. Open the link again and choose yours.',
      },
      {
        sign: 'You connected the wrong business.',
        remedy: 'Tell us and we’ll undo it. Then open the link again and choose the other one.',
      },
      {
        sign: 'You use Sage Accounting for Australia, New Zealand, South Africa or Asia.',
        remedy: 'It isn’t supported. You can send files instead.',
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
