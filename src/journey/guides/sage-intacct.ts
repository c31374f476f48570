import type { Guide } from './guide.ts';

export const sageIntacct: Guide = {
  software: 'knfz',
  steps: [
    'Sign in to Sage Intacct as a full administrator, and note the company ID.',
    'In Company, Admin, Subscriptions, switch on Web Services, and add the sender that the page shows to the Web Services authorisations.',
    'Create a Web Services user whose mailbox you can read, with entity-level access.',
    'Open the link, select Sage Intacct, read what is shared, and agree.',
    'Enter the company ID, and the Web Services user and its password.',
    'Give the user the permissions that the page lists as missing, choose the entity, and finish.',
  ],
  pitfalls: [
    {
      sign: 'The login is refused although the password is right.',
      remedy: 'Use the Web Services user, not your own, and check that the sender is authorised.',
    },
    {
      sign: 'The page lists missing permissions.',
      remedy: 'An administrator adds exactly those to the Web Services user; then try again.',
    },
    {
      sign: 'The entity can’t be connected.',
      remedy: 'The Web Services user lacks entity-level access. An administrator switches it on.',
    },
    {
      sign: 'You use a trial of Sage Intacct.',
      remedy: 'A trial can’t be connected. You can send files until you subscribe.',
    },
  ],
};
