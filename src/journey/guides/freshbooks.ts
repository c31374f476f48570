import type { Guide } from './guide.ts';

export const freshbooks: Guide = {
  software: 'vxvy',
  steps: [
    'Find FreshBooks in the list and select it.',
    'Read what is shared, and agree.',
    'Sign in to FreshBooks in the tab that opens.',
    'Choose the business, and allow access.',
    'Come back to the first tab and finish.',
  ],
  pitfalls: [
    {
      sign: 'You sign in at FreshBooks Classic.',
      remedy: 'Classic can’t be connected. Move to the new FreshBooks, or send files.',
    },
    {
      sign: 'You are asked to approve again, months later.',
      remedy: 'What is read has changed, so FreshBooks wants your consent anew. Approve once more.',
    },
  ],
};
