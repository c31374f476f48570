import { SIGN_IN_ERRORS, type SoftwareEntry } from '../../software-entry.ts';

export const sage200Standard: SoftwareEntry = {
  key: 'jcrp',
  otherKeys: [],
  name: 'Sage 200 Standard',
  guideUrl: 'https://help.codat.io/integrations/sage-200/overview',
  signIn: 'oauth',
  onPremise: false,
  complexity: 'moderate',
  fileUpload: true,
  tags: [],
  ready: ['Sage 200 Standard, not Professional', 'A Sage ID', 'A desktop browser'],
  guide: {
    steps: [
      'Open the link in a browser on a computer, not on a phone.',
      'Find Sage 200 Standard in the list and select it.',
      'Review the data you’ll share and agree.',
      'Sign in with your Sage ID in the tab that opens.',
      'Choose the site and the company and allow access.',
      'Return to the first tab to finish.',
    ],
    pitfalls: [
      {
        sign: 'You use Sage 200 Professional.',
        remedy: 'Only Standard is supported. You can send files instead.',
      },
      {
        sign: 'The sign-in page doesn’t work on your phone.',
        remedy: 'Open the link on a computer.',
      },
      {
        sign: 'You don’t have a Sage ID.',
        remedy: 'Ask your Sage 200 administrator to invite you, then open the link again.',
      },
    ],
  },
  hosts: [],
  sandbox: {
    letters: '200',
    colour: '#00613d',
    share: 10,
    failing: 0.11,
    reasons: SIGN_IN_ERRORS,
    minutes: [4, 20],
  },
};
