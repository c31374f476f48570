import type { ErrorText } from './error-text.ts';

const NODE =
  'https://github.com/freshbooks/freshbooks-nodejs-sdk/blob/main/packages/api/__tests__/Error.test.ts';
const FIXTURES = 'https://github.com/freshbooks/freshbooks-python-sdk/tree/main/tests/fixtures';

export const freshbooks: ErrorText[] = [
  [
    'credentials_rejected',
    '401',
    'unauthenticated · This action requires authentication to continue.',
    'https://github.com/freshbooks/freshbooks-nodejs-sdk/issues/506',
  ],
  [
    'credentials_rejected',
    '401',
    'UNAUTHORIZED',
    'https://github.com/freshbooks/freshbooks-nodejs-sdk/issues/506',
  ],
  [
    'credentials_rejected',
    '401',
    "The server could not verify that you are authorized to access the URL requested. You either supplied the wrong credentials (e.g. a bad password), or your browser doesn't understand how to supply the credentials required.",
    `${FIXTURES}/get_project_response__no_auth.json`,
  ],
  [
    'credentials_rejected',
    '401',
    'invalid_token: The request token failed to authenticate or validate.',
    `${FIXTURES}/get_callback_response__no_auth.json`,
  ],
  ['credentials_rejected', null, 'The access token is invalid', NODE],
  ['credentials_rejected', null, 'Authentication is required to complete this request.', NODE],
  ['unknown', null, 'Forbidden.', NODE],
  [
    'software_error',
    '429',
    '{"error":"internal_server_error","error_description":"internal server error"}',
    'https://github.com/freshbooks/freshbooks-nodejs-sdk/blob/main/packages/api/__tests__/APIClient.test.ts',
  ],
  ['unknown', '404', 'Requested resource could not be found.', NODE],
];
