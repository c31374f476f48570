import type { ErrorText } from './error-text.ts';

const ENTRA = 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes';
const CONSENT_IT =
  'https://learn.microsoft.com/it-it/troubleshoot/entra/entra-id/app-integration/troubleshoot-consent-issues';

export const dynamicsFinanceOperations: ErrorText[] = [
  [
    'credentials_rejected',
    '401',
    'Authentication failed. System.InvalidOperationException',
    'https://github.com/microsoft/Dynamics-AX-Integration/issues/49',
  ],
  [
    'unknown',
    '400',
    '{"error":"invalid_client","error_description":"Expected aud https://securityservice.operations365.dynamics.com but found."}',
    'https://learn.microsoft.com/it-it/dynamics365/fin-ops-core/dev-itpro/business-events/che-be-ve-error',
  ],
  [
    'unknown',
    null,
    "access_denied AADSTS65005: Invalid resource. The client has requested access to a resource which is not listed in the requested permissions in the client's application registration. Client app ID: b101408e-6947-44f8-be24-295a1e10af78.",
    'https://github.com/microsoft/AL/issues/1943',
  ],
  [
    'credentials_rejected',
    null,
    'AADSTS50079: UserStrongAuthEnrollmentRequired - Due to a configuration change made by the admin such as a Conditional Access policy, per-user enforcement, or because the user moved to a new location, the user is required to use multifactor authentication.',
    ENTRA,
  ],
  [
    'credentials_rejected',
    null,
    "AADSTS50055: InvalidPasswordExpiredPassword - The password is expired. The user's password is expired, and therefore their login or session was ended. They will be offered the opportunity to reset it, or can ask an admin to reset it.",
    ENTRA,
  ],
  [
    'credentials_rejected',
    null,
    'AADSTS50053: The account is locked because the user tried to sign in too many times with an incorrect user ID or password.',
    ENTRA,
  ],
  [
    'access_revoked',
    null,
    "AADSTS50173: The provided grant has expired due to it being revoked. The user might have changed or reset their password. The grant was issued on '2017-11-26T09:16:07.5290000Z'.",
    'https://github.com/wkh237/react-native-azure-ad/issues/31',
  ],
  [
    'unknown',
    null,
    'AADSTS53003: Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
    'https://github.com/ahaenggli/AzureAD-LDAP-wrapper/issues/115',
  ],
  ['not_administrator', null, "È necessaria l'approvazione dell'amministratore", CONSENT_IT],
  [
    'not_administrator',
    null,
    "AADSTS65001: l'utente o l'amministratore non ha acconsentito all'uso dell'applicazione con ID '04b07795' denominato 'Codat'. Inviare una richiesta di autorizzazione interattiva per questo utente e questa risorsa.",
    CONSENT_IT,
  ],
  [
    'unknown',
    '403',
    'Forbidden',
    'https://github.com/microsoft/Recurring-Integrations-Scheduler/issues/49',
  ],
  [
    'credentials_rejected',
    '401',
    'Unauthorized',
    'https://github.com/MicrosoftDocs/dynamics-365-unified-operations-public/issues/2194',
  ],
  [
    'not_administrator',
    '401',
    'Error 401...user not authorized',
    'https://github.com/MicrosoftLearning/MB-300-Microsoft-Dynamics-365-Core-Finance-and-Operations/issues/40',
  ],
];
