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
      'Review the data you’ll share and agree.',
      'Sign in with a Microsoft work account that has access to the legal entity.',
      'Choose the legal entity to connect and approve.',
      'Return to the first tab to finish.',
    ],
    pitfalls: [
      {
        sign: 'Finance & Operations isn’t in the list.',
        remedy: 'It has to be enabled for us first. Tell us and we’ll ask Codat.',
      },
      {
        sign: 'Microsoft says an administrator has to approve.',
        remedy:
          'Ask your Entra administrator to approve the app, which they only do once. Then open the link again.',
      },
      {
        sign: 'You can’t choose the legal entity.',
        remedy: 'Ask someone whose Microsoft account has access to it to open the link.',
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
