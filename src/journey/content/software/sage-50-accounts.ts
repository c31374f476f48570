import { CONNECTOR_ERRORS, type SoftwareEntry } from '../../software-entry.ts';

export const sage50Accounts: SoftwareEntry = {
  key: 'hbql',
  otherKeys: [],
  name: 'Sage 50 Accounts',
  guideUrl: 'https://help.codat.io/integrations/sage-50/overview',
  signIn: 'connector',
  onPremise: true,
  complexity: 'complex',
  fileUpload: true,
  tags: ['Premium', 'On-premise', 'UK', 'Ireland'],
  ready: [
    'The Windows computer that runs Sage 50 (not a hosted desktop), with Windows admin rights',
    'The licence key from the connection page',
    'A Sage user and password with read access, and the data path from Help > About',
    'Time to keep the installer open to the end: closing it early undoes it',
  ],
  guide: {
    steps: [
      'Use the Windows computer that runs Sage 50, signed in as a Windows admin. A hosted desktop doesn’t work.',
      'In Sage 50, find the data path under Help > About, and have a Sage user with read access ready.',
      'Open the link on that computer, select Sage 50, review the data you’ll share and agree.',
      'Download and run the installer, and paste the licence key from the page.',
      'Enter the Sage user, password and data path, and confirm the company.',
      'Keep the installer open until it says it’s done. Then return to the page to finish.',
    ],
    pitfalls: [
      {
        sign: 'You closed the installer too early.',
        remedy: 'Closing it undoes everything. Open the link and start again.',
      },
      {
        sign: 'The installer is blocked.',
        remedy:
          'Antivirus or a firewall blocks it. Ask your IT team to allow sage50.codat.io and connectors.codat.io on port 443.',
      },
      {
        sign: 'The data path is rejected.',
        remedy: 'Copy it exactly from Help > About. Don’t type it.',
      },
      {
        sign: 'You use Sage 50 on a hosted desktop, or Instant Accounts.',
        remedy: 'It isn’t supported. You can send files instead.',
      },
    ],
  },
  hosts: ['sage50.codat.io', 'connectors.codat.io'],
  sandbox: {
    letters: '50',
    colour: '#0f5132',
    share: 5,
    failing: 0.38,
    reasons: { ...CONNECTOR_ERRORS, link_expired: 1 },
    minutes: [25, 90],
  },
};
