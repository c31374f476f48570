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
    'The company file in the cloud',
    'For AccountRight: the company file’s user and password, which differ from the MYOB login',
  ],
  guide: {
    steps: [
      'Find MYOB in the list and select it.',
      'Read what is shared, and agree.',
      'Sign in with your MYOB account in the tab that opens, and allow access.',
      'Choose the company file. It has to be in the cloud.',
      'For AccountRight, enter the user and password of the company file itself. They are not those of your MYOB account.',
      'Come back to the first tab and finish.',
    ],
    pitfalls: [
      {
        sign: 'A second user and password are asked for, and yours are refused.',
        remedy:
          'AccountRight wants the company file’s own: often the user Administrator. Whoever set up the file knows the password.',
      },
      {
        sign: 'The company file is not offered.',
        remedy: 'It is kept on a computer. Move it to the cloud in AccountRight first.',
      },
      {
        sign: 'You use the old MYOB Essentials.',
        remedy: 'It can be connected once MYOB has moved it to the new version.',
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
