/** Why an attempt failed. `unknown` is a real value: Codat often can’t tell the cause. */
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

/** The reasons that software reports. Of the others we know by silence, or when a working connection ends. */
export type ReportedReason = Exclude<FailureReason, 'abandoned' | 'access_revoked'>;

export const MUST_ACT = ['customer', 'administrator', 'it', 'us', 'vendor'] as const;
/** Who can resolve it. `administrator` and `it` are the customer’s; `vendor` is the software’s maker or Codat. */
export type MustAct = (typeof MUST_ACT)[number];

export const MUST_ACT_LABELS: Record<MustAct, string> = {
  customer: 'Waiting on customer',
  administrator: 'Waiting on their admin',
  it: 'Waiting on their IT',
  us: 'Needs us',
  vendor: 'Waiting on vendor',
};

/** The customer’s software in a sentence: `Xero` and `your Xero`, or `your software` for both if unknown. */
type Naming = { name: string; yours: string };

type FailureMessage = {
  /** What went wrong, without blame. */
  title: string;
  /** What to do about it. */
  advice: string;
};

type FailureEntry = {
  label: string;
  mustAct: MustAct;
  /** Whether sending the link again can help. Otherwise it only leads to the same failure. */
  linkHelps: boolean;
  /** Whether the person who failed can get further by trying again. */
  retryHelps: boolean;
  /** Whether it is our failure, Codat’s or the vendor’s. It says nothing about how hard customers find the software. */
  notTheirs: boolean;
  /** What customers read about it. */
  message: (software: Naming) => FailureMessage;
};

/** A status code and text that software reports, as Codat forwards them. The sandbox reports it. */
type Example = { example: readonly [statusCode: string, text: string] };

/** All that is particular to each reason, besides what to do next: see `plans.ts`. */
export const REASONS: Record<FailureReason, FailureEntry> & Record<ReportedReason, Example> = {
  cancelled: {
    label: 'Cancelled by customer',
    mustAct: 'customer',
    linkHelps: true,
    retryHelps: true,
    notTheirs: false,
    message: () => ({
      title: 'You cancelled the connection',
      advice: 'Nothing was shared. Continue whenever you’re ready.',
    }),
    example: ['403', 'User cancelled linking'],
  },
  // Recognized by silence: see ABANDONED_AFTER_HOURS.
  abandoned: {
    label: 'Gave up',
    mustAct: 'customer',
    linkHelps: true,
    retryHelps: true,
    notTheirs: false,
    message: () => ({
      title: 'You didn’t finish connecting',
      advice: 'Nothing was shared. Continue where you left off. It takes a few minutes.',
    }),
  },
  not_administrator: {
    label: 'Not an admin',
    mustAct: 'administrator',
    linkHelps: true,
    retryHelps: false,
    notTheirs: false,
    message: ({ yours }) => ({
      title: 'An admin needs to approve this',
      advice: `${yours} account can’t approve apps. Forward your link to ${yours} admin. It works for them too.`,
    }),
    example: ['403', 'Your role does not have permission to grant access to other applications'],
  },
  credentials_rejected: {
    label: 'Sign-in rejected',
    mustAct: 'customer',
    linkHelps: true,
    retryHelps: true,
    notTheirs: false,
    message: ({ name }) => ({
      title: `${name} didn’t accept the sign-in`,
      advice:
        'Check that you can sign in as usual, have your two-factor code ready, and try again.',
    }),
    example: ['401', 'Login failed: the password or the second factor was not accepted'],
  },
  setup_incomplete: {
    label: 'Setup incomplete',
    mustAct: 'administrator',
    linkHelps: true,
    retryHelps: true,
    notTheirs: false,
    message: ({ name, yours }) => ({
      title: `A setting in ${name} needs to be enabled first`,
      advice: `Ask ${yours} admin to enable it. The guide shows which setting. Then try again.`,
    }),
    example: ['400', 'Token-based authentication must be enabled for this account'],
  },
  connector_blocked: {
    label: 'Connector blocked',
    mustAct: 'it',
    linkHelps: true,
    retryHelps: true,
    notTheirs: false,
    message: ({ name }) => ({
      title: 'The connector was blocked',
      advice: `Ask your IT team to allow codat.io on the computer that runs ${name}. Keep it on and try again.`,
    }),
    example: ['500', 'The connector could not be reached, it may be blocked by a firewall'],
  },
  link_expired: {
    label: 'Link expired',
    mustAct: 'us',
    linkHelps: true,
    retryHelps: true,
    notTheirs: true,
    message: () => ({
      title: 'That link had already been used',
      advice: 'It’s not your fault. Try again with a new one.',
    }),
    example: ['410', 'This link has expired'],
  },
  wrong_entity: {
    label: 'Wrong company',
    mustAct: 'customer',
    linkHelps: true,
    retryHelps: true,
    notTheirs: false,
    message: () => ({
      title: 'A different company was selected',
      advice:
        'It’s already connected elsewhere, or isn’t the one we expected. Try again, or ask us which to choose.',
    }),
    example: ['409', 'The company is already linked to another connection'],
  },
  unsupported: {
    label: 'Not supported',
    mustAct: 'us',
    linkHelps: false,
    retryHelps: false,
    notTheirs: true,
    message: ({ name }) => ({
      title: `This version of ${name} isn’t supported`,
      advice: 'Contact us and we’ll find another way, such as sending files.',
    }),
    example: ['501', 'Not supported.'],
  },
  access_revoked: {
    label: 'Access revoked',
    mustAct: 'customer',
    linkHelps: true,
    retryHelps: true,
    notTheirs: false,
    message: () => ({
      title: 'Access was revoked',
      advice: 'Try again and approve access.',
    }),
  },
  software_error: {
    label: 'Software error',
    mustAct: 'vendor',
    linkHelps: false,
    retryHelps: false,
    notTheirs: true,
    message: ({ name }) => ({
      title: `${name} wasn’t responding`,
      advice: 'It’s not your fault. Try your link again in an hour or two.',
    }),
    example: ['503', 'The service is unavailable, try again later'],
  },
  unknown: {
    label: 'Unknown error',
    mustAct: 'vendor',
    linkHelps: true,
    retryHelps: true,
    notTheirs: false,
    message: () => ({
      title: 'Something went wrong, and we don’t know why yet',
      advice:
        'Please try again. If it keeps happening, contact us and we’ll look into it with Codat.',
    }),
    example: ['500', 'Unknown error occurred.'],
  },
};

/** Failures that are ours, Codat’s or the vendor’s. */
export const NOT_THEIRS: readonly FailureReason[] = FAILURE_REASONS.filter(
  (reason) => REASONS[reason].notTheirs,
);

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a customer reads about a failed attempt. Software without a name is “your software”. */
export const failureMessage = (
  reason: FailureReason,
  software: string | null,
): FailureMessage & Pick<FailureEntry, 'retryHelps'> => {
  const { message, retryHelps } = REASONS[reason];
  const { title, advice } = message({
    name: software ?? 'your software',
    yours: `your ${software ?? 'software'}`,
  });
  return { title: capitalized(title), advice: capitalized(advice), retryHelps };
};
