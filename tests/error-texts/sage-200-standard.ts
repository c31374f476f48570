import type { ErrorText } from './error-text.ts';

const CLIENT = 'https://github.com/SelectCo/sage200-api-client/tree/main/src/Exception';
const CODES = 'https://www.realnetintegrations.com/api-questions/sage-200-api-http-response-codes/';

export const sage200Standard: ErrorText[] = [
  [
    'unknown',
    '403',
    '403 (Forbidden): Does the user have access to the module?',
    `${CLIENT}/ForbiddenException.php`,
  ],
  [
    'unknown',
    null,
    'Header X-Site was not found in the request. Access denied.',
    'https://github.com/Sage/sageone_api_php_sample/issues/9',
  ],
  ['software_error', '504', 'Gateway Timeout', CODES],
  [
    'not_administrator',
    '403',
    'A 403 (Forbidden) error is usually caused by the role to which the authenticating user belongs not having access to the module the API endpoint surfaces.',
    `${CLIENT}/ForbiddenException.php`,
  ],
  [
    'credentials_rejected',
    '401',
    '401 (Unauthorized): Has the access token expired, are the X-Site and X-Company values invalid or been omitted from the request header?',
    `${CLIENT}/UnauthorizedException.php`,
  ],
];
