import type { ErrorText } from './error-text.ts';

const AUTHORIZATION =
  'https://learn.microsoft.com/en-us/dynamics365/business-central/dev-itpro/administration/telemetry-authorization-trace';
const CODES =
  'https://learn.microsoft.com/en-us/dynamics365/business-central/dev-itpro/webservices/dynamics-error-codes';
const ENTRA = 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes';
const EXACT = 'https://github.com/picqer/exact-php-client/pull/451';
const HRESULTS =
  'https://dev.developer.intuit.com/qbSDK-current/OSR/OnscreenRef/QBD-errorcodes.html';
const SDATA = 'https://github.com/Sage/SData-2.0/issues';
const EXPENSIFY =
  'https://help.expensify.com/articles/expensify-classic/connections/netsuite/Troubleshooting';

/** Error texts by the software’s integration key, labelled before any rule was tried on them. */
export const HELD_OUT: Record<string, readonly ErrorText[]> = {
  trji: [
    [
      'credentials_rejected',
      null,
      'A user provided invalid credentials. Authentication was not successful.',
      'https://learn.microsoft.com/en-us/dynamics365/business-central/dev-itpro/administration/server-events',
    ],
    [
      'credentials_rejected',
      null,
      'Authorization Failed (Pre Open Company): User is disabled.',
      AUTHORIZATION,
    ],
    [
      'not_administrator',
      null,
      'A user successfully authenticated in Microsoft Entra ID but the user does not have any entitlements in Business Central.',
      AUTHORIZATION,
    ],
    [
      'not_administrator',
      null,
      'The user is not a direct/indirect member of the security group associated with the environment, or the group does not exist, hence restricting the user access to the environment',
      AUTHORIZATION,
    ],
    ['unknown', null, 'User cannot open the company because the tenant is locked.', AUTHORIZATION],
    [
      'unknown',
      null,
      "You can't open the company, because it is a production company. Your license isn't valid for use on production companies.",
      AUTHORIZATION,
    ],
    [
      'unknown',
      null,
      "Internal_CompanyNotFound: Can't process the request because the default company can't be found.",
      CODES,
    ],
    [
      'software_error',
      null,
      'Internal_ServerError: Cannot establish a connection to the SQL Server/Database.',
      CODES,
    ],
    [
      'credentials_rejected',
      null,
      'Authentication_InvalidCredentials: Web service call failed because user could not be authenticated or authorized.  CorrelationId:  0e82377d-b2af-437d-be1d-71c99ea29421.',
      'https://community.dynamics.com/forums/thread/details/?threadid=1ff28d95-f00a-46a3-8445-92fff86e5f63',
    ],
    [
      'not_administrator',
      null,
      "AADSTS700016: Application with identifier 'xxxxxxxxxxxxxxx' was not found in the directory '[Entra Tenant 2]'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.",
      'https://github.com/microsoft/AL/issues/7660',
    ],
  ],
  rqwd: [
    [
      'credentials_rejected',
      '400',
      'AADSTS50034: The user account {EmailHidden} does not exist in the acme directory. To sign into this application, the account must be added to the directory.',
      'https://github.com/Microsoft365DSC/Microsoft365DSC/pull/801',
    ],
    [
      'link_expired',
      null,
      'AADSTS54005: OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
      ENTRA,
    ],
    [
      'credentials_rejected',
      null,
      'AADSTS700082: The refresh token has expired due to inactivity. The token was issued on 2024-01-02T03:04:05Z and was inactive for 90.00:00:00.',
      ENTRA,
    ],
    [
      'unknown',
      null,
      "AADSTS53000: Conditional Access policy requires a compliant device, and the device isn't compliant. The user must enroll their device with an approved MDM provider like Intune.",
      ENTRA,
    ],
    [
      'unknown',
      null,
      '{"error":"invalid_request","error_description":"AADSTS900144: The request body must contain the following parameter: \'grant_type\'."}',
      'https://github.com/moh-hassan/odata2poco/issues/11',
    ],
    [
      'unknown',
      null,
      "ERROR: Access denied.... AADSTS65005: Using application 'my site' is currently not supported for your organization 'example.com' because it is in an unmanaged state....",
      'https://github.com/psignoret/aad-sso-wordpress/issues/190',
    ],
    [
      'not_administrator',
      null,
      'AADSTS90094: Codat necesita permiso para acceder a los recursos de la organización que solo un administrador puede conceder. Póngase en contacto con un administrador',
      'https://learn.microsoft.com/es-es/entra/identity/enterprise-apps/application-sign-in-unexpected-user-consent-error',
    ],
    [
      'credentials_rejected',
      '401',
      '{"Message":"Authentication failed."}',
      'https://github.com/microsoft/Dynamics-AX-Integration/issues/41',
    ],
  ],
  pbbf: [
    [
      'credentials_rejected',
      '403',
      'Forbidden (Reason: InactiveUser) The user is no longer active in Exact Online.',
      EXACT,
    ],
    [
      'unknown',
      '403',
      'Forbidden (Reason: BlockedCustomer) The customer has been marked as blocked and cannot access any data.',
      EXACT,
    ],
    [
      'unknown',
      '403',
      'Forbidden (Reason: DivisionBlocked) The company has been marked as blocked and cannot be accessed.',
      EXACT,
    ],
    [
      'credentials_rejected',
      null,
      'AuthorizationRequiredException',
      'https://helpdesk.informat.be/hc/nl/sections/360000640040-Correcties-bij-een-status-mislukt',
      'unknown so far',
    ],
    [
      'wrong_entity',
      null,
      'Bestaat reeds: Digitale brievenbus; Ongeldig: Divisie',
      'https://support.everbinding.nl/knowledge-base/foutmeldingen-digitale-brievenbus-exact-online/',
      'unknown so far',
    ],
    [
      'cancelled',
      null,
      'access_denied: User denied access to Exact Online',
      'https://github.com/skylence-be/exactonline-laravel-api/blob/main/src/Exceptions/AuthenticationException.php',
    ],
    [
      'credentials_rejected',
      null,
      'invalid_grant: Invalid or expired authorization/refresh token',
      'https://github.com/skylence-be/exactonline-laravel-api/blob/main/src/Exceptions/AuthenticationException.php',
    ],
  ],
  fbrh: [
    [
      'credentials_rejected',
      null,
      'Invalid refresh token',
      'https://github.com/akn101/Stratus/blob/main/docs/OAUTH_SETUP_GUIDE.md',
    ],
    ['unknown', null, 'Access Denied', 'https://github.com/thoughtco/Freeagent-PHP/issues/5'],
    [
      'unknown',
      null,
      'No results were found for your request.',
      'https://github.com/deanpcmad/freeagentrb/blob/main/lib/free_agent/error_generator.rb',
    ],
  ],
  vxvy: [
    [
      'software_error',
      '500',
      '{"error":"internal_server_error","error_description":"internal server error"}',
      'https://github.com/freshbooks/freshbooks-nodejs-sdk/blob/main/packages/api/__tests__/APIClient.test.ts',
    ],
    [
      'unknown',
      null,
      'The request was well-formed but was unable to be followed due to semantic errors.',
      'https://github.com/freshbooks/freshbooks-python-sdk/blob/main/tests/fixtures/create_callback_response__validation_error.json',
    ],
    [
      'unknown',
      '404',
      'Request failed with status code 404',
      'https://github.com/freshbooks/freshbooks-python-sdk/blob/main/tests/fixtures/get_ledger_account_response__not_found.json',
    ],
  ],
  pdvj: [
    [
      'unknown',
      '404',
      'Resource not found',
      'https://developer.myob.com/api/myob-business-api/api-overview/error-codes/',
    ],
    [
      'credentials_rejected',
      '401',
      'OAuthTokenIsMissing',
      'https://github.com/davidlumley/myob-api/issues/28',
    ],
    [
      'unknown',
      '400',
      'Parameter missing from request: grant_type',
      'https://github.com/Pest-Register/phpaccounting-myobaccountrightlive/blob/master/src/Helpers/NewEssentials/ErrorResponseHelper.php',
    ],
  ],
  akxx: [
    [
      'credentials_rejected',
      null,
      'NS0109: Failed to login to NetSuite. Please verify your admin credentials.',
      `${EXPENSIFY}/Connection-errors/NS0109-Sync-Error.html`,
    ],
    [
      'not_administrator',
      null,
      'NS0228: Permission error querying NetSuite for ‘ExpenseCategory’. Please ensure the Expensify Integration Role has been added to a user in NetSuite.',
      `${EXPENSIFY}/Sync-Errors/NS0228-Sync-Error`,
    ],
    [
      'not_administrator',
      null,
      'NS0565: The role linked to your NetSuite access token doesn’t have permission to access Account records. Please confirm the token is assigned to the Expensify Integration role by viewing the ‘Access Token’ in NetSuite.',
      `${EXPENSIFY}/Authentication-and-Login-errors/NS0565-Sync-Error.html`,
    ],
    [
      'unknown',
      null,
      'Unauthorized user',
      'https://support.ramp.com/netsuite-sync-error-unauthorized-user',
    ],
    [
      'unknown',
      null,
      'MissingTokenPassportRequiredFields: The request is missing a required parameter.',
      'https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/subsect_156935170194.html',
    ],
    [
      'not_administrator',
      null,
      'EntityOrRoleDisabled: Role or entity is inactive.',
      'https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/subsect_161252550131.html',
    ],
    [
      'setup_incomplete',
      null,
      'AuthorizationCodeGrantRequired: The integration application does not use OAuth 2.0.',
      'https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/subsect_161252550131.html',
      'unknown so far',
    ],
  ],
  pqsw: [
    [
      'connector_blocked',
      null,
      '0x80040422: This application requires Single User file access mode and there is already another application sharing data with this QuickBooks company data file.',
      HRESULTS,
    ],
    [
      'unsupported',
      null,
      '0x80040423: The version of qbXML that was requested is not supported or is unknown.',
      HRESULTS,
    ],
    [
      'connector_blocked',
      null,
      '0x80040424: QuickBooks did not finish its initialization. Please try again later.',
      HRESULTS,
    ],
    ['unknown', null, '0x80040427: Unregistered QuickBooks.', HRESULTS],
    ['connector_blocked', null, '0x8004042A: Remote access is not allowed.', HRESULTS],
    [
      'software_error',
      null,
      '0x8004041C: An internal QuickBooks error occurred while trying to access the QuickBooks company data file.',
      HRESULTS,
    ],
  ],
  qhyg: [
    [
      'credentials_rejected',
      null,
      'Refresh OAuth 2 Access token with Refresh token failed',
      'https://help.beanworks.com/support/solutions/articles/72000536970-qbo-sync-error-refresh-oauth-2-access-token-with-refresh-token-failed-',
    ],
    [
      'unknown',
      '401',
      '"Authorization Failure" / code 120 → "Access Denied"',
      'https://support.ramp.com/quickbooks-online-sync-error-application-authentication-failed',
    ],
    [
      'credentials_rejected',
      '401',
      'Invalid auth/bad request (got a 401, expected HTTP/1.1 20X or a redirect)',
      'https://github.com/IntuitDeveloper/HelloWorld-PHP/issues/8',
    ],
    [
      'software_error',
      '503',
      'The service is temporarily unavailable.',
      'https://developer.intuit.com/app/developer/qbo/docs/develop/troubleshooting/error-codes',
    ],
  ],
  jcrp: [
    [
      'unknown',
      '404',
      'Not Found',
      'https://www.realnetintegrations.com/api-questions/sage-200-api-http-response-codes/',
    ],
    [
      'unknown',
      '400',
      'Bad Request',
      'https://www.realnetintegrations.com/api-questions/sage-200-api-http-response-codes/',
    ],
    [
      'credentials_rejected',
      '401',
      'The access token has expired.',
      'https://github.com/SelectCo/sage200-api-client/tree/main/src/Exception/UnauthorizedException.php',
    ],
  ],
  hbql: [
    [
      'unknown',
      '500',
      "GET operation failed - Unable to cast COM object of type 'System.__ComObject' to interface type 'Sage.Integration.Accounts50.SDOAdapter.ISDOEngine'",
      `${SDATA}/86`,
    ],
    [
      'unknown',
      '500',
      'GET operation failed - Retrieving the COM class factory for component with CLSID {32F9466C-D217-481E-933C-C898F8D9A9D4} failed due to the following error: 80070583.',
      `${SDATA}/65`,
    ],
  ],
  tgff: [
    [
      'software_error',
      '500',
      'Internal Server Error',
      'https://github.com/Sage/sageone_api_ruby_sample/issues/17',
    ],
    ['unknown', '403', 'error 403', 'https://github.com/Sage/sageone_api_ruby_sample/issues/17'],
  ],
  knfz: [
    [
      'credentials_rejected',
      null,
      'Intacct user authentication failure',
      'https://help.bill.com/hc/en-us/articles/360000020126-Sage-Intacct-Sync-Error-Intacct-user-authentication-failure',
    ],
    [
      'credentials_rejected',
      null,
      'Intacct - Incorrect ID or password or Unknown error on sync! Intacct user authentication failure',
      'https://vendorpayhelp.bill.com/hc/en-us/articles/360007058452-Sage-Intacct-sync-error-Intacct-Incorrect-ID-or-password-or-Unknown-error-on-sync-Intacct-user-authentication-failure',
    ],
    [
      'not_administrator',
      null,
      'You do not have permission for API operation QUERY on objects of type GLACCOUNT',
      'https://help.rutter.com/articles/6164744219-how-do-i-resolve-you-do-not-have-permission-errors',
    ],
    [
      'unknown',
      null,
      'XL03000006 test is not a valid transport policy.',
      'https://github.com/Intacct/intacct-sdk-php/blob/master/test/Intacct/Xml/AbstractResponseTest.php',
    ],
  ],
  rvam: [
    [
      'not_administrator',
      null,
      '[S22] permission denied',
      'https://discuss.google.dev/t/integration-connector-for-workday-using-auth2-0/138296',
    ],
    [
      'credentials_rejected',
      '401',
      'Invalid Access Token',
      'https://docs.unified.to/skills/workday-oauth-app/SKILL.md',
    ],
    [
      'unknown',
      '403',
      'Not Authorized',
      'https://docs.unified.to/skills/workday-oauth-app/SKILL.md',
    ],
    [
      'unknown',
      null,
      "Unrecognized SOAP fault for API 'Get_Workers'.",
      'https://docs.databricks.com/gcp/en/error-messages/workday-hcm-connector-soap-fault-error-class',
    ],
    [
      'credentials_rejected',
      null,
      'SOAP-ENV:Client.authenticationError Invalid credentials',
      'https://github.com/singer-io/tap-workday',
    ],
  ],
  gbol: [
    [
      'unknown',
      null,
      'oauth_problem=connection limit exceeded&oauth_problem_advice=Maximum number of tenants already connected',
      'https://github.com/XeroAPI/Xero-Java/issues/140',
    ],
    [
      'unknown',
      '403',
      'OPError: expected 200 OK, got: 403 Forbidden',
      'https://github.com/XeroAPI/xero-node/issues/428',
    ],
    [
      'unknown',
      null,
      'Token invalid signature',
      'https://plan2winsoftware.com/post/xero-oauth-20-authentication-troubleshooting.html',
    ],
    [
      'unknown',
      null,
      'invalid redirect URI',
      'https://plan2winsoftware.com/post/xero-oauth-20-authentication-troubleshooting.html',
    ],
    [
      'unknown',
      null,
      'invalid scope',
      'https://plan2winsoftware.com/post/xero-oauth-20-authentication-troubleshooting.html',
    ],
  ],
};
