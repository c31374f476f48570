import type { ErrorText } from './error-text.ts';

const ENTRA = 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes';
const AUTHORIZATION =
  'https://learn.microsoft.com/en-us/dynamics365/business-central/dev-itpro/administration/telemetry-authorization-trace';
const CODES =
  'https://learn.microsoft.com/en-us/dynamics365/business-central/dev-itpro/webservices/dynamics-error-codes';

export const dynamicsBusinessCentral: ErrorText[] = [
  [
    'credentials_rejected',
    null,
    "AADSTS50076: Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '797f4846-ba00-4fd7-ba43-dac1f8f63013'.",
    'https://github.com/stgeorgi/wvdquickstart/issues/4',
  ],
  [
    'credentials_rejected',
    null,
    'AADSTS50126: Error validating credentials due to invalid username or password.',
    'https://github.com/microsoft/coe-starter-kit/issues/857',
  ],
  [
    'credentials_rejected',
    '400',
    'AADSTS50057: The user account is disabled.',
    'https://github.com/Azure/azure-cli/issues/18945',
  ],
  [
    'credentials_rejected',
    null,
    "AADSTS50020: User account 'someone@example.com' from identity provider 'live.com' does not exist in tenant 'Acme' and cannot access the application '7019e700-66cb-4e8f-a3ea-dcc20e2d580c' in that tenant. The account needs to be added as an external user in the tenant first. Sign out and sign in again with a different Azure Active Directory user account.",
    'https://github.com/MicrosoftDocs/azure-docs/issues/118443',
  ],
  [
    'cancelled',
    null,
    'consent_required AADSTS65004: User declined to consent to access the app.',
    'https://github.com/PuzzleServer/mainpuzzleserver/issues/571',
  ],
  [
    'not_administrator',
    null,
    "AADSTS65001: The user or administrator has not consented to use the application with ID '04b07795-8ddb-461a-bbee-02f9e1bf7b46'. Send an interactive authorization request for this user and resource.",
    'https://github.com/Azure-Samples/active-directory-dotnet-native-headless/issues/10',
  ],
  [
    'not_administrator',
    null,
    'AADSTS90093: AgilePoint Portal Prod is requesting permissions, which you are not authorized to grant. Contact your administrator, who can grant permissions to this application on your behalf.',
    'https://documentation.agilepoint.com/8010/troubleshooting/troubleshootingAccessPermissionWaad.html',
  ],
  ['not_administrator', null, 'Need admin approval', 'https://github.com/dust-tt/dust/issues/5738'],
  [
    'unknown',
    null,
    "AADSTS50011: The reply URL specified in the request does not match the reply URLs configured for the application: '1111111-aaaa-2222-bbbb-333333333333'",
    'https://learn.microsoft.com/en-us/dynamics365/business-central/dev-itpro/administration/register-app-azure',
  ],
  [
    'credentials_rejected',
    '401',
    'Authentication_InvalidCredentials: The server has rejected the client credentials.  CorrelationId:  c32f628c-2b96-48c1-8b4b-7440366a21ef.',
    'https://github.com/microsoft/navcontainerhelper/issues/3709',
  ],
  [
    'not_administrator',
    null,
    'The user does not have permission to access the company.',
    AUTHORIZATION,
  ],
  [
    'unknown',
    null,
    "The user can't sign in to the company because the assigned license has expired or the trial period has ended.",
    AUTHORIZATION,
  ],
  [
    'not_administrator',
    null,
    'Authorization Failed (Open Company): User has no permission to company.',
    AUTHORIZATION,
  ],
  [
    'software_error',
    null,
    "Internal_TenantUnavailable: The tenant 'msca1a7355t05263373' is not accessible",
    CODES,
  ],
  [
    'not_administrator',
    null,
    'AADSTS90094 : un administrateur d’Acme a défini une stratégie qui vous empêche d’accorder à Codat les autorisations qu’il demande. Contactez un administrateur d’Acme, qui peut accorder des autorisations à cette application.',
    'https://learn.microsoft.com/fr-fr/troubleshoot/entra/entra-id/app-integration/troubleshoot-consent-issues',
  ],
  [
    'not_administrator',
    null,
    'Approbation administrateur requise',
    'https://learn.microsoft.com/fr-fr/troubleshoot/entra/entra-id/app-integration/troubleshoot-consent-issues',
  ],
  [
    'not_administrator',
    null,
    "AADSTS50105: The signed in user 'someone@example.com' is not assigned to a role for the application 'de8bc8b5-d9f9-48b1-a8ad-b748da725064'(Graph Explorer).",
    'https://github.com/microsoftgraph/microsoft-graph-explorer-v4/issues/1333',
  ],
  [
    'setup_incomplete',
    null,
    'AADSTS650052: The app needs access to a service ("Dynamics 365 Business Central") that your organization "Acme" hasn\'t subscribed to or enabled. Contact your IT Admin to review the configuration of your service subscriptions.',
    ENTRA,
  ],
];
