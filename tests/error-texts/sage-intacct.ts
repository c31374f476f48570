import type { ErrorText } from './error-text.ts';

const SDK = 'https://github.com/Intacct/intacct-sdk-php/blob/master/test/Intacct';

export const sageIntacct: ErrorText[] = [
  [
    'setup_incomplete',
    null,
    "XL03000006 Invalid Web Services Authorization The sender ID 'test_sender_id' is not authorized to make Web Services requests to company ID 'test_company_id'. Contact the company administrator to grant Web Services authorization to this sender ID.",
    'https://developer.intacct.com/support/faq/',
  ],
  [
    'credentials_rejected',
    null,
    'Response authentication status failure - XL03000006 Sign-in information is incorrect',
    `${SDK}/Xml/OnlineResponseTest.php`,
  ],
  [
    'credentials_rejected',
    '401',
    'XMLGW_JPP0002 Sign-in information is incorrect. Please check your request.',
    `${SDK}/Xml/RequestHandlerTest.php`,
  ],
  [
    'unknown',
    null,
    'PL04000055 This company is a demo company and has expired.',
    `${SDK}/OnlineClientTest.php`,
  ],
  [
    'unknown',
    null,
    'XL03000006 Incorrect Intacct XML Partner ID or password.',
    'https://dmconsultant.co/blog/sage-intacct-error-xl03000006',
  ],
  [
    'unknown',
    null,
    'GW-0011 Invalid Request [Request ID: AC47C2BE:D9EE_63EBC07F.59]',
    'https://developer.intacct.com/web-services/error-handling/',
  ],
  [
    'not_administrator',
    null,
    'Insufficient permission to access the requested module',
    'https://github.com/fylein/fyle-intacct-api/blob/master/apps/mappings/exceptions.py',
  ],
  [
    'unknown',
    null,
    'XL03000003 XML Parse schema error: Fatal Error 76: Opening and ending tag mismatch: delete line 16 and function.',
    'https://developer.intacct.com/web-services/error-handling/',
  ],
  [
    'software_error',
    '429',
    'GW-0010',
    'https://developer.intacct.com/web-services/error-handling/',
  ],
];
