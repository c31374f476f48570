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
    'Version 22 or later, Essentials licence or better',
    'A user who may install extensions; the App Link extension takes 10 to 20 minutes',
    'A Microsoft Entra administrator, if the tenant asks for approval',
    'The production environment, not the sandbox',
  ],
  guide: {
    steps: [
      'Find Dynamics 365 Business Central in the list and select it.',
      'Read what is shared, and agree.',
      'Sign in with your Microsoft work account. If an approval is asked for, press Request and let your Entra administrator know.',
      'Choose the production environment, and the company to connect.',
      'Install the App Link extension when asked. It takes 10 to 20 minutes: leave the page open, even when it reloads.',
      'Come back to the first tab and finish.',
    ],
    pitfalls: [
      {
        sign: 'Microsoft says that an administrator has to approve.',
        remedy: 'Your Entra administrator approves the app once; then open the link again.',
      },
      {
        sign: 'The page says that the extension is missing.',
        remedy:
          'Wait 20 minutes after installing it. If it was removed, a user who may install extensions installs it again.',
      },
      {
        sign: 'A company called Cronus was connected.',
        remedy: 'That is the demo company. Open the link again and choose production.',
      },
      {
        sign: 'Business Central is older than version 22.',
        remedy: 'It can’t be connected before it is updated. You can send files until then.',
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
