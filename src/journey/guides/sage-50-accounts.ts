import type { Guide } from './guide.ts';

export const sage50Accounts: Guide = {
  software: 'hbql',
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
};
