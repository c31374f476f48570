import type { ErrorText } from './error-text.ts';

const OAUTH1 = 'https://developer.xero.com/documentation/auth-and-limits/oauth-issues';
const TROUBLE = 'https://developer.xero.com/documentation/oauth2/troubleshooting';

export const xero: ErrorText[] = [
  [
    'unknown',
    '403',
    '{"title":"Forbidden","status":403,"detail":"AuthenticationUnsuccessful","instance":"65e420cd-796c-493b-8f52-5eae2ee667ce"}',
    TROUBLE,
  ],
  [
    'unknown',
    '401',
    '{"title":"Unauthorized","status":401,"detail":"AuthorizationUnsuccessful","instance":"a guid"}',
    'https://github.com/XeroAPI/Xero-NetStandard/issues/97',
  ],
  ['unknown', null, '{"error": "invalid_client"}', TROUBLE],
  ['credentials_rejected', '400', '{"error": "invalid_grant"}', TROUBLE],
  ['unknown', null, '{"error": "unsupported_grant_type"}', TROUBLE],
  [
    'access_revoked',
    null,
    'oauth_problem=token_rejected&oauth_problem_advice=The access token has not been authorized, or has been revoked by the user',
    OAUTH1,
  ],
  [
    'unknown',
    null,
    'oauth_problem=token_rejected&oauth_problem_advice=Token THISISANCCESSTOKEN does not match an expected REQUEST token',
    OAUTH1,
  ],
  [
    'not_administrator',
    null,
    'You are not permitted to access this resource',
    'https://github.com/XeroAPI/xero-php-oauth2/issues/151',
  ],
  ['unknown', '403', 'Forbidden', 'https://github.com/XeroAPI/Xero-NetStandard/issues/427'],
  ['unknown', '403', '403 Forbidden', 'https://github.com/bytechefhq/bytechef/issues/973'],
  [
    'unknown',
    null,
    'AuthorizationUnsuccessful',
    'https://github.com/waynerobinson/xeroizer/issues/556',
  ],
  [
    'unknown',
    '403',
    'The page you are attempting to access requires an SSL client certificate',
    'https://github.com/XeroAPI/Xero-Net/issues/97',
  ],
  [
    'not_administrator',
    null,
    'InsufficientPermissions: The API credentials do not have the necessary permissions to perform the action.',
    'https://drdroid.io/integration-diagnosis-knowledge/xero-api-insufficientpermissions-error-encountered-when-attempting-to-perform-an-action-using-the-xero-api',
  ],
];
