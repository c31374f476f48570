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
      'Create an Integration System User without a forced password change or sign-in to the user interface.',
      'Create an unconstrained Integration System Security Group and add the user to it.',
      'Give the group “Get Only” access to the 16 domain policies listed in the official guide.',
      'Run Activate Pending Security Policy Changes.',
      'Open the link, select Workday, review the data you’ll share, agree, enter the user and password and finish.',
    ],
    pitfalls: [
      {
        sign: 'The user is rejected, although the password is right.',
        remedy:
          'It has to change its password first, or isn’t allowed to sign in. Check both settings.',
      },
      {
        sign: 'Permissions are missing, although you gave them.',
        remedy: 'They’re still pending. Run Activate Pending Security Policy Changes.',
      },
      {
        sign: 'Only part of the data arrives.',
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
