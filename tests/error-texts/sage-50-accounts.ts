import type { ErrorText } from './error-text.ts';

const SDATA = 'https://github.com/Sage/SData-2.0/issues';

export const sage50Accounts: ErrorText[] = [
  [
    'unknown',
    '500',
    'GET operation failed - Value cannot be null. Parameter name: key',
    `${SDATA}/115`,
  ],
  ['connector_blocked', null, 'Login Failed - The operation has timed out', `${SDATA}/159`],
  [
    'unknown',
    '500',
    'GET operation failed - ERROR [IM002] [Microsoft][ODBC Driver Manager] Data source name not found and no default driver specified',
    `${SDATA}/37`,
  ],
  ['credentials_rejected', '401', '401 unauthorized', `${SDATA}/111`],
  ['unknown', null, "Unable to locate the specified object 'accounts50/GCRM/-'", `${SDATA}/132`],
  [
    'not_administrator',
    null,
    'Before you can use this service the administrator must first connect this company to their Sage ID',
    'https://us-kb.sage.com/portal/app/portlets/results/viewsolution.jsp?solutionid=221924460115517',
  ],
  [
    'unknown',
    null,
    'An unexpected error occurred connecting to your company',
    'https://us-kb.sage.com/portal/app/portlets/results/viewsolution.jsp?solutionid=221924460115517',
  ],
  [
    'unknown',
    null,
    'Waiting to lock files',
    'https://gb-kb.sage.com/portal/app/portlets/results/viewsolution.jsp?solutionid=200427112155714',
  ],
  ['software_error', '504', 'Receive Failure', `${SDATA}/159`],
];
