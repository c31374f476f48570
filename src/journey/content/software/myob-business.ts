import type { SoftwareEntry } from '../../software-entry.ts';

export const myobBusiness: SoftwareEntry = {
  key: 'pdvj',
  otherKeys: [],
  name: 'MYOB Business',
  guideUrl: 'https://help.codat.io/integrations/myob/overview',
  signIn: 'oauth+file-login',
  onPremise: false,
  complexity: 'moderate',
  fileUpload: false,
  tags: [],
  ready: [
    'Your company file in the cloud',
    'For AccountRight: the company file’s user and password, which differ from your MYOB account’s',
  ],
  guide: {
    steps: [
      'Find MYOB in the list and select it.',
      'Review the data you’ll share and agree.',
      'Sign in with your MYOB account in the tab that opens and allow access.',
      'Choose the company file, which has to be in the cloud.',
      'For AccountRight, enter the company file’s own user and password. They differ from your MYOB account’s.',
      'Return to the first tab to finish.',
    ],
    pitfalls: [
      {
        sign: 'AccountRight asks for a second user and password, and rejects yours.',
        remedy:
          'Use the company file’s own, often the user Administrator. The person who set up the file knows the password.',
      },
      {
        sign: 'You can’t choose the company file.',
        remedy: 'It’s stored on a computer. Move it to the cloud in AccountRight first.',
      },
      {
        sign: 'You use the old MYOB Essentials.',
        remedy: 'You can connect it once MYOB has moved you to the new version.',
      },
    ],
  },
  hosts: [],
  sandbox: {
    letters: 'MY',
    colour: '#6a1cb3',
    share: 4,
    failing: 0.22,
    reasons: { credentials_rejected: 5 },
    minutes: [4, 25],
  },
};
