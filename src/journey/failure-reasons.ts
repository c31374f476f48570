/** Why an attempt failed. `unknown` is a real value: Codat often can't tell the cause. */
export const FAILURE_REASONS = [
  'cancelled',
  'abandoned',
  'not_administrator',
  'credentials_rejected',
  'setup_incomplete',
  'connector_blocked',
  'link_expired',
  'wrong_entity',
  'unsupported',
  'access_revoked',
  'software_error',
  'unknown',
] as const;

export type FailureReason = (typeof FAILURE_REASONS)[number];

export const MUST_ACT = ['customer', 'administrator', 'it', 'us', 'vendor'] as const;
/** Who can resolve it. `administrator` and `it` are the customer's; `vendor` is the software's maker or Codat. */
export type MustAct = (typeof MUST_ACT)[number];

type ReasonFacts = { label: string; mustAct: MustAct };

export const REASONS: Record<FailureReason, ReasonFacts> = {
  cancelled: { label: 'Cancelled by customer', mustAct: 'customer' },
  abandoned: { label: 'Abandoned', mustAct: 'customer' },
  not_administrator: { label: 'Not an administrator', mustAct: 'administrator' },
  credentials_rejected: { label: 'Login rejected', mustAct: 'customer' },
  setup_incomplete: { label: 'Set-up incomplete', mustAct: 'administrator' },
  connector_blocked: { label: 'Connector blocked', mustAct: 'it' },
  link_expired: { label: 'Link expired', mustAct: 'us' },
  wrong_entity: { label: 'Wrong company', mustAct: 'customer' },
  unsupported: { label: 'Not supported', mustAct: 'us' },
  access_revoked: { label: 'Access revoked', mustAct: 'customer' },
  software_error: { label: 'Software error', mustAct: 'vendor' },
  unknown: { label: 'Unknown error', mustAct: 'vendor' },
};

export const MUST_ACT_LABELS: Record<MustAct, string> = {
  customer: 'Customer must act',
  administrator: 'Administrator must act',
  it: 'Customer’s IT must act',
  us: 'We must act',
  vendor: 'Vendor must act',
};
