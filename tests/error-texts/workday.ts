import type { ErrorText } from './error-text.ts';

export const workday: ErrorText[] = [
  [
    'credentials_rejected',
    '500',
    'SOAP-ENV:Client.authenticationError: invalid username or password',
    'https://support.servicenow.com/kb?id=kb_article_view&sysparm_article=KB2597914',
  ],
  [
    'setup_incomplete',
    '500',
    'Processing error occurred. The task submitted is not authorized',
    'https://learningworkday.blogspot.com',
  ],
  [
    'credentials_rejected',
    null,
    'invalid username or password',
    'https://www.netiq.com/documentation/identity-manager-48-drivers/workday/data/t4fjkckx5vsq.html',
  ],
  [
    'credentials_rejected',
    null,
    "WORKDAY_HCM_CONNECTOR_SOAP_FAULT.AUTHENTICATION_FAILED SOAP authentication failed for API 'Get_Workers' on tenant 'acme'.",
    'https://docs.databricks.com/gcp/en/error-messages/workday-hcm-connector-soap-fault-error-class',
  ],
  [
    'setup_incomplete',
    null,
    "INSUFFICIENT_PERMISSIONS SOAP authorization failed for API 'Get_Workers'. The user lacks the required domain permissions in Workday. Grant the necessary security group access for the API.",
    'https://docs.databricks.com/gcp/en/error-messages/workday-hcm-connector-soap-fault-error-class',
  ],
];
