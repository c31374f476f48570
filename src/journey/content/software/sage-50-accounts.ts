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
    'The Windows computer that Sage 50 runs on, not a hosted desktop, with Windows administrator rights',
    'The licence key from the journey',
    'A Sage user and password with read rights, and the data path from Help > About',
    'Keep the installer open to the end: closing it undoes it',
  ],
  guide: {
    steps: [
      'Sit at the Windows computer that Sage 50 runs on, as a Windows administrator. A hosted desktop does not work.',
      'In Sage 50, look up the data path under Help, About, and have a Sage user with read rights ready.',
      'Open the link on that computer, select Sage 50, read what is shared, and agree.',
      'Download and run the installer, and paste the licence key from the page.',
      'Enter the Sage user, the password and the data path, and confirm the company.',
      'Keep the installer open until it says that it is done. Then come back to the page and finish.',
    ],
    pitfalls: [
      {
        sign: 'The installer was closed before the end.',
        remedy: 'Closing it undoes everything. Open the link and begin again.',
      },
      {
        sign: 'The installer is blocked.',
        remedy:
          'Antivirus or firewall: your IT allows sage50.codat.io and connectors.codat.io on port 443.',
      },
      {
        sign: 'The data path is refused.',
        remedy: 'Copy it from Help, About, to the last character; typing it goes wrong easily.',
      },
      {
        sign: 'Sage 50 runs in a hosted desktop, or is Instant Accounts.',
        remedy: 'It can’t be connected. You can send files instead.',
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
