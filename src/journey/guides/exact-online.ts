import type { Guide } from './guide.ts';

export const exactOnline: Guide = {
  software: 'pbbf',
  steps: [
    'Find Exact Online in the list and select the tile of your country, the Netherlands or the United Kingdom.',
    'Read what is shared, and agree.',
    'Sign in to Exact Online in the tab that opens, and approve.',
    'Choose the division to connect, if you have several.',
    'Come back to the first tab and finish.',
  ],
  pitfalls: [
    {
      sign: 'Your sign-in is refused although it works elsewhere.',
      remedy: 'It was the tile of the other country. Open the link again and choose yours.',
    },
    {
      sign: 'You use another product of Exact, such as Globe.',
      remedy: 'Only Exact Online can be connected. You can send files instead.',
    },
    {
      sign: 'Exact shows an error as soon as you approve.',
      remedy: 'That is on our side. Tell us; trying again doesn’t help.',
    },
  ],
};
