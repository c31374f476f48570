import type { ErrorText } from './error-text.ts';

const CLIENT =
  'https://github.com/deanpcmad/freeagentrb/blob/main/lib/free_agent/error_generator.rb';

export const freeagent: ErrorText[] = [
  [
    'unknown',
    '401',
    'HTTP Basic: Access denied',
    'https://api-discuss.freeagent.com/t/getting-access-token/693',
  ],
  [
    'unknown',
    '403',
    '403 Forbidden',
    'https://api-discuss.freeagent.com/t/temporary-403-responses-despite-required-permissions/3095',
  ],
  ['software_error', '429', 'Your request exceeded the API rate limit.', CLIENT],
  ['credentials_rejected', '401', 'You did not supply valid authentication credentials.', CLIENT],
  ['not_administrator', '403', 'You are not allowed to perform that action.', CLIENT],
  [
    'software_error',
    '500',
    'We were unable to perform the request due to server-side problems.',
    CLIENT,
  ],
  [
    'software_error',
    '503',
    'You have been rate limited for sending more than 20 requests per second.',
    CLIENT,
  ],
];
