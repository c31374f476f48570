import { SIGN_IN_ERRORS, type SoftwareEntry } from '../../software-entry.ts';

export const exactOnline: SoftwareEntry = {
  key: 'pbbf',
  otherKeys: ['qudb'],
  name: 'Exact Online',
  guideUrl: 'https://help.codat.io/integrations/exact/overview',
  signIn: 'oauth',
  onPremise: false,
  complexity: 'moderate',
  fileUpload: true,
  tags: ['NL', 'UK'],
  ready: ['The tile for the right country', 'Exact Online. Other Exact products aren’t supported'],
  guide: {
    steps: [
      'Find Exact Online in the list and select your country’s tile, the Netherlands or the United Kingdom.',
      'Review the data you’ll share and agree.',
      'Sign in to Exact Online in the tab that opens and approve.',
      'Choose the division to connect, if you have several.',
      'Return to the first tab to finish.',
    ],
    pitfalls: [
      {
        sign: 'Your sign-in is rejected, although it works elsewhere.',
        remedy: 'You chose the other country’s tile. Open the link again and choose yours.',
      },
      {
        sign: 'You use another Exact product, such as Globe.',
        remedy: 'Only Exact Online is supported. You can send files instead.',
      },
      {
        sign: 'Exact shows an error as soon as you approve.',
        remedy: 'That’s on our side. Trying again won’t help, so please tell us.',
      },
    ],
  },
  hosts: [],
  sandbox: {
    letters: 'Ex',
    colour: '#b3201c',
    countries: { pbbf: 'United Kingdom', qudb: 'Netherlands' },
    share: 5,
    failing: 0.15,
    reasons: { ...SIGN_IN_ERRORS, wrong_entity: 3 },
    minutes: [3, 15],
  },
};
