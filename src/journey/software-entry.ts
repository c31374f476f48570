import type { ReportedReason } from './failure-reasons.ts';

export const COMPLEXITIES = ['simple', 'moderate', 'complex'] as const;
export type Complexity = (typeof COMPLEXITIES)[number];

/** What we assume of software we don’t know. */
export const UNKNOWN_SOFTWARE = {
  onPremise: false,
  complexity: 'moderate',
  fileUpload: false,
} as const satisfies Partial<SoftwareEntry>;

/** How the customer signs in to their software during the journey. */
export const SIGN_INS = [
  'oauth+extension',
  'oauth',
  'oauth+file-login',
  'token+bundle',
  'connector',
  'credentials',
] as const;

/** Our own short instructions for connecting, to read out on a call or to put into an email. */
export type Guide = {
  /** One instruction each, in the order in which the customer follows them. */
  steps: readonly string[];
  /** Common problems: what the customer sees, and what helps. */
  pitfalls: readonly { sign: string; remedy: string }[];
};

/** How often each kind of failure happens, relative to the others. */
type Errors = Partial<Record<ReportedReason, number>>;

/** What commonly fails where customers only sign in and approve. */
export const SIGN_IN_ERRORS: Errors = {
  cancelled: 5,
  credentials_rejected: 3,
  not_administrator: 2,
  unknown: 1,
};

/** What commonly fails where customers install a connector. */
export const CONNECTOR_ERRORS: Errors = {
  connector_blocked: 6,
  cancelled: 2,
  credentials_rejected: 1,
};

/** How the sandbox shows the software, and how its sample customers fare with it. */
type SandboxFacts = {
  /** On the tile, in white on the colour, which needs a contrast of at least 4.5:1. */
  letters: string;
  colour: string;
  /** Names of countries by integration key, where each country has a tile. */
  countries?: Record<string, string>;
  /** How often customers choose it, relative to the others. */
  share: number;
  /** The probability that an attempt fails, from 0 to 1. */
  failing: number;
  reasons: Errors;
  /** Least and most minutes that approval takes: signing in, installing, creating tokens … */
  minutes: readonly [number, number];
};

/** All we know of one accounting package. `key` is Codat's integration key. */
export type SoftwareEntry = {
  key: string;
  /** Further keys of the same package, one for each country. */
  otherKeys: string[];
  name: string;
  guideUrl: string;
  signIn: (typeof SIGN_INS)[number];
  onPremise: boolean;
  /** Our estimate of the customer's effort. */
  complexity: Complexity;
  /** Whether the customer can upload files instead. */
  fileUpload: boolean;
  tags: string[];
  /** What the customer must have ready. */
  ready: string[];
  guide: Guide;
  /** Hosts that its connector reaches, besides Codat's own domain. */
  hosts: readonly string[];
  sandbox: SandboxFacts;
};
