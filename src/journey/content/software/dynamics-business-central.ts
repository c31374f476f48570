import type { SoftwareEntry } from '../../software-entry.ts';

export const dynamicsBusinessCentral: SoftwareEntry = {
  key: 'trji',
  otherKeys: [],
  name: 'Dynamics 365 Business Central',
  guideUrl: 'https://help.codat.io/integrations/dynamics-bc/overview',
  signIn: 'oauth+extension',
  onPremise: false,
  complexity: 'complex',
  fileUpload: true,
  tags: ['Premium'],
  ready: [
    'Version 22 or later, with an Essentials licence or better',
    'A user who can install extensions. The App Link extension takes 10 to 20 minutes',
    'A Microsoft Entra administrator, if your organisation requires approval',
    'The production environment, not the sandbox',
  ],
  guide: {
    steps: [
      'Find Dynamics 365 Business Central in the list and select it.',
      'Review the data you’ll share and agree.',
      'Sign in with your Microsoft work account. If you need approval, select Request and tell your Entra administrator.',
      'Choose the production environment and the company to connect.',
      'Install the App Link extension when asked. It takes 10 to 20 minutes. Leave the page open, even if it reloads.',
      'Return to the first tab to finish.',
    ],
    pitfalls: [
      {
        sign: 'Microsoft says an administrator has to approve.',
        remedy:
          'Ask your Entra administrator to approve the app, which they only do once. Then open the link again.',
      },
      {
        sign: 'The page says the extension is missing.',
        remedy:
          'Wait 20 minutes after installing it. If it was removed, ask a user who can install extensions to install it again.',
      },
      {
        sign: 'A company called Cronus was connected.',
        remedy: 'That’s the demo company. Open the link again and choose production.',
      },
      {
        sign: 'Business Central is older than version 22.',
        remedy: 'Update it before you connect. You can send files until then.',
      },
    ],
  },
  hosts: [],
  sandbox: {
    letters: 'BC',
    colour: '#0b5a6e',
    share: 5,
    failing: 0.34,
    reasons: { not_administrator: 5, setup_incomplete: 3, cancelled: 2 },
    minutes: [15, 60],
  },
};
