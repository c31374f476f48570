import type { ErrorText } from './error-text.ts';

const REASONS = 'https://github.com/picqer/exact-php-client/pull/451';
const EVERBINDING =
  'https://support.everbinding.nl/knowledge-base/foutmeldingen-digitale-brievenbus-exact-online/';
const INFORMAT =
  'https://helpdesk.informat.be/hc/nl/sections/360000640040-Correcties-bij-een-status-mislukt';

export const exactOnline: ErrorText[] = [
  [
    'software_error',
    '400',
    '{ "error":"access_denied","error_description":"Rate limit exceeded: access_token not expired" } (Reason: TooEarlyToRefreshTokens: Rate limit exceeded: access_token not expired)',
    'https://github.com/websmurf/laravel-exact-online/issues/31',
  ],
  [
    'credentials_rejected',
    '400',
    '{"error":"invalid_request","error_description":"The refresh token expired at 10/11/2022 9:18:20 PM and it is now 10/28/2022 4:15:50 PM."}',
    'https://github.com/websmurf/laravel-exact-online/issues/23',
  ],
  [
    'unknown',
    '403',
    'Forbidden - Application Scope Violated. Cannot read',
    'https://github.com/picqer/exact-php-client/issues/509',
  ],
  [
    'not_administrator',
    '403',
    'Forbidden (Reason: NoDivisionAccess) The user does not have access to the requested division.',
    REASONS,
  ],
  [
    'unknown',
    '403',
    'Forbidden (Reason: LicenseExpired) The license of the customer has expired in Exact Online.',
    REASONS,
  ],
  [
    'credentials_rejected',
    '403',
    'Forbidden (Reason: BlockedUser) The user has been marked as blocked and cannot access any data.',
    REASONS,
  ],
  [
    'software_error',
    '500',
    'Internal Server Error - {"fault":{"faultstring":"Failed to execute the ExtractVariables: ExtractAccessToken","detail":{"errorcode":"steps.extractvariables.ExecutionFailed"}}}',
    'https://github.com/exactonline/exactonline-api-dotnet-client/issues/152',
  ],
  [
    'unknown',
    '403',
    '{"error":{"code":"","message":{"lang":"","value":"Forbidden"}}}',
    'https://support.zapfloorhq.com/knowledge-base/troubleshooting-erros-for-syncing-invoices-to-exact-online',
  ],
  [
    'not_administrator',
    null,
    'Dit account type heeft niet genoeg rechten om een digitale brievenbus aan te maken.',
    EVERBINDING,
  ],
  [
    'unknown',
    '403',
    'The remote server returned an error: (403) Forbidden Error getting access token using refresh token',
    INFORMAT,
  ],
  [
    'credentials_rejected',
    null,
    'De gekoppelde Exact-gebruiker in het Exact Dashboard is niet meer geldig. Contacteer Exact.',
    INFORMAT,
  ],
  ['unknown', '400', 'The remote server returned an error: (400) Bad request', INFORMAT],
];
