import { CONNECTOR_ERRORS, type SoftwareEntry } from '../../software-entry.ts';

export const quickbooksDesktop: SoftwareEntry = {
  key: 'pqsw',
  otherKeys: [],
  name: 'QuickBooks Desktop',
  guideUrl: 'https://help.codat.io/integrations/qb-desktop/overview',
  signIn: 'connector',
  onPremise: true,
  complexity: 'complex',
  fileUpload: false,
  tags: ['Premium', 'On-premise'],
  ready: [
    'The Windows computer that runs QuickBooks, with Windows admin rights',
    'QuickBooks open with the right company file',
    'Permission to answer “Yes, always” when QuickBooks asks for access',
    'A computer that stays on overnight: data is read between 19:00 and 07:00',
  ],
  guide: {
    steps: [
      'On the Windows computer that runs QuickBooks, signed in as a Windows admin, open the right company file in QuickBooks.',
      'Open the link on that computer, select QuickBooks Desktop, review the data you’ll share and agree.',
      'Download and run the installer, then the configuration file.',
      'When QuickBooks asks for access, answer “Yes, always; allow access even if QuickBooks is not running”.',
      'Copy the password from the page into the Web Connector, save it, tick Auto-Run and select Update Selected.',
      'Leave the computer on overnight. Data is read between 19:00 and 07:00.',
    ],
    pitfalls: [
      {
        sign: 'The installer is blocked.',
        remedy:
          'Antivirus or a firewall blocks it. Ask your IT team to allow quickbooksdesktop.codat.io and connectors.codat.io on port 443.',
      },
      {
        sign: 'You answered “No” when QuickBooks asked.',
        remedy:
          'In QuickBooks, remove the app under Integrated Applications and run the configuration file again.',
      },
      {
        sign: 'You’re connected, but there’s no data in the afternoon.',
        remedy: 'This is normal. Data is read from 19:00. Check again tomorrow.',
      },
      {
        sign: 'The Web Connector shows an error although QuickBooks is running.',
        remedy: 'A different company file is open. Open the connected one and update again.',
      },
      {
        sign: 'You use QuickBooks on a Mac.',
        remedy: 'It isn’t supported. Contact us and we’ll find another way.',
      },
    ],
  },
  hosts: ['quickbooksdesktop.codat.io', 'connectors.codat.io'],
  sandbox: {
    letters: 'QD',
    colour: '#2f5f12',
    share: 4,
    failing: 0.4,
    reasons: CONNECTOR_ERRORS,
    minutes: [20, 80],
  },
};
