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
    'The Windows computer that QuickBooks runs on, with Windows administrator rights',
    'QuickBooks open on the right company file',
    'Answer "Yes, always" when QuickBooks asks for access',
    'Data is read between 19:00 and 07:00',
  ],
  guide: {
    steps: [
      'Sit at the Windows computer that QuickBooks runs on, as a Windows administrator, and open the right company file in QuickBooks.',
      'Open the link on that computer, select QuickBooks Desktop, read what is shared, and agree.',
      'Download and run the installer, then the configuration file.',
      'When QuickBooks asks for access, answer “Yes, always; allow access even if QuickBooks is not running”.',
      'Copy the password from the page into the Web Connector, save it, tick Auto-Run, and press Update Selected.',
      'Leave the computer on overnight: data is read between 19:00 and 07:00.',
    ],
    pitfalls: [
      {
        sign: 'The installer is blocked.',
        remedy:
          'Antivirus or firewall: your IT allows quickbooksdesktop.codat.io and connectors.codat.io on port 443.',
      },
      {
        sign: 'You answered “No” when QuickBooks asked.',
        remedy:
          'In QuickBooks, under Integrated Applications, remove the app, and run the configuration file again.',
      },
      {
        sign: 'Connected, but no data in the afternoon.',
        remedy: 'Nothing is wrong: reading begins at 19:00. Look again tomorrow.',
      },
      {
        sign: 'The Web Connector shows an error although QuickBooks runs.',
        remedy: 'Another company file is open. Open the one that was connected, and update again.',
      },
      {
        sign: 'You use QuickBooks on a Mac.',
        remedy: 'It can’t be connected. Tell us, and we find another way.',
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
