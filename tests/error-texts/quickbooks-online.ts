import type { ErrorText } from './error-text.ts';

export const quickbooksOnline: ErrorText[] = [
  [
    'unknown',
    '400',
    "Invalid Company Status: Subscription period has ended or cancelled or there was a billing problem : You can't add data to QuickBooks Online Plus because your trial or subscription period ended, you cancelled your subscription, or there was a billing problem. To update your subscription, click the gear icon and view your account information.",
    'https://github.com/intuit/QuickBooks-V3-PHP-SDK/issues/211',
  ],
  [
    'unknown',
    '400',
    'Subscription period has ended or cancelled or there was a billing problem',
    'https://github.com/intuit/QuickBooks-V3-PHP-SDK/issues/211',
  ],
  [
    'unknown',
    '403',
    'message=AuthorizationFailed; errorCode=003100; statusCode=403',
    'https://github.com/mcohen01/node-quickbooks/issues/154',
  ],
  [
    'unknown',
    '403',
    'message=ApplicationAuthorizationFailed; errorCode=003100; statusCode=403',
    'https://github.com/minimul/qbo_api/issues/138',
  ],
  [
    'unknown',
    '403',
    'message=AuthorizationFailed; errorCode=003100; statusCode=403 · The access token does not have sufficient scope',
    'https://github.com/IntuitDeveloper/QBOConceptsTutorial-PHP/issues/13',
  ],
  [
    'credentials_rejected',
    '401',
    'message=AuthenticationFailed; errorCode=003200; statusCode=401',
    'https://github.com/routablehq/python-quickbooks/issues/118',
  ],
  [
    'not_administrator',
    '400',
    'Permission Denied Error : You do not have the access rights to use this feature.',
    'https://github.com/intuit/oauth-jsclient/issues/89',
  ],
  [
    'unknown',
    '400',
    'Subscription for company has lapsed or Invalid destination URL is used. Sandbox company works with Sandbox URL and Production company works with Production URL.; errorCode=007001; statusCode=400',
    'https://github.com/ruckus/quickbooks-ruby/issues/321',
  ],
  [
    'credentials_rejected',
    '401',
    'General Authentication Error AuthenticationErrorGeneral: SRV-110-Authentication Failure , statusCode: 401',
    'https://github.com/routablehq/python-quickbooks/issues/120',
  ],
  [
    'wrong_entity',
    null,
    'app_already_purchased: The application has already been subscribed to by another user for this company. Please contact someone@example.com to make changes to this subscription.',
    'https://docs.workato.com/en/connectors/quickbooks/quickbooks-troubleshooting-connection.html',
  ],
  ['unknown', '403', 'Forbidden', 'https://github.com/intuit/oauth-jsclient/issues/2'],
];
