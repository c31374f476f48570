import type { ErrorText } from './error-text.ts';

const TBA =
  'https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/subsect_156935170194.html';
const FLOW =
  'https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/subsect_156934879823.html';
const REFRESH =
  'https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/subsect_161252550131.html';

export const netsuite: ErrorText[] = [
  [
    'setup_incomplete',
    null,
    'FeatureDisabled: The Token-based Authentication feature in NetSuite is not enabled.',
    TBA,
  ],
  ['setup_incomplete', null, 'FeatureDisabled', TBA],
  [
    'setup_incomplete',
    null,
    'consumer_key_refused: The application is in Blocked state on the integration record.',
    TBA,
  ],
  [
    'setup_incomplete',
    null,
    'IntegrationBlocked: The state of the integration record is Blocked.',
    FLOW,
  ],
  [
    'unknown',
    null,
    'consumer_key_unknown: The appropriate integration record could not be found.',
    TBA,
  ],
  [
    'credentials_rejected',
    '401',
    'Invalid login attempt. For more details, see the Login Audit Trail in the NetSuite UI at Setup > Users/Roles > User Management > View Login Audit Trail. INVALID_LOGIN',
    'https://github.com/drudge/n8n-nodes-netsuite/issues/9',
  ],
  [
    'credentials_rejected',
    null,
    'zeep.exceptions.Fault: Invalid login attempt.',
    'https://github.com/jacobsvante/netsuite/issues/1',
  ],
  [
    'credentials_rejected',
    null,
    'INVALID_LOGIN_ATTEMPT',
    'https://ryzoa.co.uk/blog/netsuite-restlet-auth-errors',
  ],
  [
    'setup_incomplete',
    null,
    'Server error: Verify the arguments of the command that the account has following features enabled: Oauth 2.0 and Suitecloud  Development Framework.',
    'https://github.com/oracle/netsuite-suitecloud-sdk/issues/862',
  ],
  [
    'not_administrator',
    null,
    "Permission Violation: You need  the 'Web Site Management' permission to access this page. Please contact your account administrator.",
    'https://github.com/oracle/netsuite-suitecloud-sdk/issues/46',
  ],
  [
    'not_administrator',
    null,
    'INSUFFICIENT_PERMISSION: Permission Violation: You need a higher permission for custom record type Custom lead to access this page. Please contact your account administrator.',
    'https://github.com/oracle-samples/netsuite-commerce/issues/2',
  ],
  [
    'unknown',
    null,
    'An unexpected error has occurred. Details: Access denied',
    'https://github.com/oracle/netsuite-suitecloud-sdk/issues/905',
  ],
  ['credentials_rejected', null, 'RefreshTokenExpired: The access token is expired.', REFRESH],
  [
    'not_administrator',
    null,
    'The user has insufficient privilege',
    'https://github.com/fylein/fyle-netsuite-api/blob/master/apps/mappings/exceptions.py',
  ],
  [
    'credentials_rejected',
    null,
    'The authentication process failed. The server returned an error or could not respond. Review your authentication details and try again.',
    'https://github.com/oracle/netsuite-suitecloud-sdk/issues/578',
  ],
];
