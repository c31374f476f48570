import type { ErrorText } from './error-text.ts';

const DENIED =
  'https://apisupport.myob.com/hc/en-us/articles/5451932252175-Solving-Access-Denied-errors';
const CODES = 'https://developer.myob.com/api/myob-business-api/api-overview/error-codes/';
const LIST =
  'https://guide.pestregister.com/en/articles/4357989-myob-accountright-live-error-messages';

export const myobBusiness: ErrorText[] = [
  ['credentials_rejected', '401', 'Access denied', DENIED],
  [
    'credentials_rejected',
    '401',
    'The remote server returned an error: (401) Unauthorized',
    DENIED,
  ],
  ['credentials_rejected', '401', 'Unauthorized', 'https://github.com/uptick/pymyob/issues/19'],
  [
    'unknown',
    '400',
    '{"error":"invalid_request"}',
    'https://github.com/davidlumley/myob-api/issues/28',
  ],
  ['software_error', '403', 'RateLimitError: API key has exceeded the daily rate limit', LIST],
  ['unknown', '403', 'DeveloperInactive: API key is missing or inactive', LIST],
  ['software_error', '504', 'GatewayTimeout: Connection to the API has timed out', LIST],
  [
    'credentials_rejected',
    '401',
    'The access token has expired',
    'https://github.com/Pest-Register/phpaccounting-myobaccountrightlive/blob/master/src/Helpers/NewEssentials/ErrorResponseHelper.php',
  ],
  ['unknown', '403', 'Forbidden', CODES],
  [
    'unknown',
    null,
    'We have encountered some issue with the request, please try again later or contact your app support invalid_request',
    'https://github.com/davidlumley/myob-api/issues/15',
  ],
];
