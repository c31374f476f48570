import type { ErrorText } from './error-text.ts';

const FREQUENT = 'https://developer.sage.com/accounting/guides/concepts/frequently_raised_errors/';

export const sageAccounting: ErrorText[] = [
  ['unknown', '401', 'AuthorizationFailure: No active subscription. (MSE)', FREQUENT],
  [
    'unknown',
    null,
    'AuthorizationFailure: Access denied.',
    'https://github.com/Sage/sageone_api_php_sample/issues/9',
  ],
  ['credentials_rejected', '400', '{ "error": "invalid_grant" }', FREQUENT],
  ['unknown', null, 'error=Invalid+request&reason=Email+already+in+use', FREQUENT],
  [
    'unknown',
    '403',
    'Forbidden Access',
    'https://developer.sage.com/sageactive/faq/faq-authentication',
  ],
  [
    'credentials_rejected',
    null,
    'Authentication (or EC02) error',
    'https://gb-kb.sage.com/portal/app/portlets/results/viewsolution.jsp?solutionid=230926125432660',
  ],
  [
    'unknown',
    '400',
    'invalid_request',
    'https://developer.sage.com/sageactive/faq/faq-authentication',
  ],
  [
    'unknown',
    null,
    'AuthorizationFailure: Access Denied',
    'https://github.com/Sage/sageone_br_nfe_documentacao_api/issues/27',
  ],
  [
    'unknown',
    null,
    'AuthorizationFailure: Access denied. Cannot verify subscription. Please try again later. (MRF)',
    'https://github.com/Sage/sageone_api_php_sample/issues/9',
  ],
];
