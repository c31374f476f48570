import type { Guide } from './guide.ts';

export const dynamicsFinanceOperations: Guide = {
  software: 'rqwd',
  steps: [
    'Find Dynamics 365 Finance & Operations in the list and select it.',
    'Read what is shared, and agree.',
    'Sign in with a Microsoft work account that may see the legal entity.',
    'Choose the legal entity to connect, and approve.',
    'Come back to the first tab and finish.',
  ],
  pitfalls: [
    {
      sign: 'The software is not in the list.',
      remedy: 'It has to be enabled for us first. Tell us, and we ask for it.',
    },
    {
      sign: 'Microsoft says that an administrator has to approve.',
      remedy: 'Your Entra administrator approves the app once; then open the link again.',
    },
    {
      sign: 'The legal entity is not offered.',
      remedy: 'Someone whose Microsoft account has access to it has to open the link.',
    },
  ],
};
