import type { Guide } from './guide.ts';

export const xero: Guide = {
  software: 'gbol',
  steps: [
    'Find Xero in the list and select it.',
    'Read what is shared, and agree.',
    'Sign in to Xero in the tab that opens, with your second factor if you use one.',
    'Choose the organisation to connect, and press Allow access.',
    'Come back to the first tab and finish.',
  ],
  pitfalls: [
    {
      sign: 'Xero says that you can’t connect apps.',
      remedy: 'Ask a user with the Standard or Adviser role to open the link.',
    },
    {
      sign: 'Another company of yours lost its connection.',
      remedy: 'Use a Xero sign-in of its own for each company.',
    },
    {
      sign: 'The demo company was connected.',
      remedy: 'Open the link again and choose your own organisation.',
    },
  ],
};
