import type { SoftwareEntry } from '../../software-entry.ts';

export const workday: SoftwareEntry = {
  key: 'rvam',
  otherKeys: [],
  name: 'Workday',
  guideUrl: 'https://help.codat.io/integrations/workday/overview',
  signIn: 'credentials',
  onPremise: false,
  complexity: 'complex',
  fileUpload: true,
  tags: [],
  ready: [
    'A security administrator',
    'An Integration System User in an unconstrained security group with 16 Get Only policies',
    'Pending security policy changes activated',
  ],
  guide: {
    steps: [
      'Sign in to Workday as a security administrator.',
      'Create an Integration System User: no forced change of password, no sign-in to the user interface.',
      'Create an unconstrained Integration System Security Group, and put the user into it.',
      'Give the group “Get Only” on the 16 domain policies that the official guide lists.',
      'Run Activate Pending Security Policy Changes.',
      'Open the link, select Workday, read what is shared, agree, enter the user and password, and finish.',
    ],
    pitfalls: [
      {
        sign: 'The user is refused although the password is right.',
        remedy: 'Its password has to be changed first, or it may not sign in. Check both settings.',
      },
      {
        sign: 'Permissions are missing although they were given.',
        remedy: 'They are still pending. Run Activate Pending Security Policy Changes.',
      },
      {
        sign: 'Only a part of the data arrives.',
        remedy: 'The security group is constrained, or one of the 16 policies is missing.',
      },
    ],
  },
  hosts: [],
  sandbox: {
    letters: 'WD',
    colour: '#0757a8',
    share: 2,
    failing: 0.45,
    reasons: { setup_incomplete: 6, not_administrator: 3 },
    minutes: [30, 180],
  },
};
