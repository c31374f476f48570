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
  ready: ['Choose the tile of the right country', 'Exact Online only, no other Exact product'],
  guide: {
    steps: [
      'Find Exact Online in the list and select the tile of your country, the Netherlands or the United Kingdom.',
      'Read what is shared, and agree.',
      'Sign in to Exact Online in the tab that opens, and approve.',
      'Choose the division to connect, if you have several.',
      'Come back to the first tab and finish.',
    ],
    pitfalls: [
      {
        sign: 'Your sign-in is refused although it works elsewhere.',
        remedy: 'It was the tile of the other country. Open the link again and choose yours.',
      },
      {
        sign: 'You use another product of Exact, such as Globe.',
        remedy: 'Only Exact Online can be connected. You can send files instead.',
      },
      {
        sign: 'Exact shows an error as soon as you approve.',
        remedy: 'That is on our side. Tell us; trying again doesn’t help.',
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
