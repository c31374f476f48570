/** The status code and text that software reports for each failure in the sandbox, as Codat relays them. */
export const FAILURES = {
  cancelled: ['403', 'User cancelled linking'],
  not_administrator: [
    '403',
    'Your role does not have permission to grant access to other applications',
  ],
  credentials_rejected: ['401', 'Login failed: the password or the second factor was not accepted'],
  session_expired: ['401', 'The session has expired, log in again'],
  setup_incomplete: ['400', 'Token-based authentication must be enabled for this account'],
  connector_blocked: ['500', 'The connector could not be reached, it may be blocked by a firewall'],
  connector_offline: ['500', 'The connector is offline'],
  link_expired: ['410', 'This link has expired'],
  wrong_entity: ['409', 'The company is already linked to another connection'],
  unsupported: ['501', 'Not supported.'],
  software_error: ['503', 'The service is unavailable, try again later'],
  unknown: ['500', 'Unknown error occurred.'],
} as const;

export type Failure = keyof typeof FAILURES;

export const isFailure = (name: string): name is Failure => Object.hasOwn(FAILURES, name);
