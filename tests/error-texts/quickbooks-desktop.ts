import type { ErrorText } from './error-text.ts';

const CODAT =
  'https://docs.codat.io/integrations/accounting/quickbooksdesktop/quickbooks-desktop-faq';
const HRESULTS =
  'https://dev.developer.intuit.com/qbSDK-current/OSR/OnscreenRef/QBD-errorcodes.html';

export const quickbooksDesktop: ErrorText[] = [
  ['connector_blocked', null, 'Waiting for asynchronous response from third party', CODAT],
  [
    'connector_blocked',
    null,
    'Timed out attempting to communicate with QBD.',
    'https://github.com/codatio/codat-docs/pull/539',
  ],
  [
    'connector_blocked',
    null,
    '0x80040408: Could not start QuickBooks.',
    'https://github.com/johnballantyne/qbws/issues/9',
  ],
  [
    'not_administrator',
    null,
    '80040418 - This application has not accessed this QuickBooks company data file before. Only the QuickBooks Administrator can grant permission to access a QuickBooks company file for the first time.',
    'https://seradex.com/Help/granting_orderstream_access_to.htm',
  ],
  [
    'cancelled',
    '502',
    'QBD Connection Error (0x80040420): The QuickBooks user has denied access.',
    'https://docs.conductor.is/api-ref/errors',
  ],
  [
    'connector_blocked',
    null,
    '0x80040414: A modal dialog box is showing in the QuickBooks user interface. Your application cannot access QuickBooks until the user dismisses the dialog box.',
    HRESULTS,
  ],
  [
    'wrong_entity',
    null,
    '0x8004040A: A QuickBooks company data file is already open and it is different from the one requested.',
    HRESULTS,
  ],
  [
    'connector_blocked',
    null,
    '0x80040410: The QuickBooks company data file is currently open in a mode other than the one specified by your application.',
    HRESULTS,
  ],
  [
    'not_administrator',
    null,
    '0x8004041A: This application does not have permission to access this QuickBooks company data file. The QuickBooks administrator can grant access permission through the Integrated Application preferences.',
    HRESULTS,
  ],
  [
    'not_administrator',
    null,
    '0x8004041D: This application is not allowed to log into this QuickBooks company data file automatically. The QuickBooks administrator can grant permission for automatic login through the Integrated Application preferences.',
    HRESULTS,
  ],
  [
    'connector_blocked',
    null,
    'QBWC1012: Authentication failed due to following error message. The request was aborted: The connection was closed unexpectedly.',
    'https://github.com/consolibyte/quickbooks-php/issues/240',
  ],
  [
    'unsupported',
    null,
    '0x8004041F: QuickBooks Basic cannot accept XML requests. Another product in the QuickBooks line, such as QuickBooks Pro or Premier, 2002 or later, is required.',
    HRESULTS,
  ],
  [
    'credentials_rejected',
    null,
    'Authentication failed',
    'https://github.com/jsgoupil/quickbooks-sync/issues/62',
  ],
  [
    'unknown',
    null,
    'QBWC1039: Unique OwnerID/FileID pair value required.',
    'https://fixhub-guides.pages.dev/blog/qbwc1039-unique-ownerid-fileid-pair-fix/',
  ],
];
