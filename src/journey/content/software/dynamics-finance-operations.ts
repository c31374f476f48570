import type { SoftwareEntry } from '../../software-entry.ts';

export const dynamicsFinanceOperations: SoftwareEntry = {
  key: 'rqwd',
  otherKeys: [],
  name: 'Dynamics 365 Finance & Operations',
  guideUrl: 'https://help.codat.io/integrations/dynamics-fo/overview',
  signIn: 'oauth',
  onPremise: false,
  complexity: 'complex',
  fileUpload: true,
  tags: ['Premium'],
  ready: [
    'Limited release: Codat has to enable it first',
    'A Microsoft sign-in with access to the legal entity to connect',
  ],
  guide: {
    steps: [
      'Find Dynamics 365 Finance & Operations in the list and select it.',
      'Read what is shared, and agree.',
      'Sign in with a Microsoft work account that may see the legal entity.',
      'Choose the legal entity to connect, and approve.',
      'Come back to the first tab and finish.',
    ],
    pitfalls: [
      {
        sign: 'The software is not in the list.',
        remedy: 'It has to be enabled for us first. Tell us, and we ask for it.',
      },
      {
        sign: 'Microsoft says that an administrator has to approve.',
        remedy: 'Your Entra administrator approves the app once; then open the link again.',
      },
      {
        sign: 'The legal entity is not offered.',
        remedy: 'Someone whose Microsoft account has access to it has to open the link.',
      },
    ],
  },
  hosts: [],
  sandbox: {
    letters: 'FO',
    colour: '#4a3aa7',
    share: 2,
    failing: 0.35,
    reasons: { not_administrator: 4, unsupported: 2 },
    minutes: [10, 60],
  },
};
