import type { Guide } from './guide.ts';

export const freeagent: Guide = {
  software: 'fbrh',
  steps: [
    'Find FreeAgent in the list and select it.',
    'Read what is shared, and agree.',
    'Sign in to FreeAgent in the tab that opens, with a login that has full access.',
    'Press Approve.',
    'Come back to the first tab and finish.',
  ],
  pitfalls: [
    {
      sign: 'FreeAgent says that your access level is too low.',
      remedy:
        'Ask someone with full access, usually the owner or the accountant, to open the link.',
    },
    {
      sign: 'Your accountant’s practice was connected.',
      remedy: 'Sign out of FreeAgent, open the link again, and sign in to your own company.',
    },
  ],
};
