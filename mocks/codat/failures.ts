/** What software says when a connection fails, in the sandbox: a status code and a text, as Codat passes them on. */
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

type Mix = Partial<Record<Failure, number>>;

const OAUTH: Mix = { cancelled: 5, credentials_rejected: 3, not_administrator: 2, unknown: 1 };

type Difficulty = {
  /** How often the software is chosen, against the others. */
  share: number;
  /** The chance that an attempt fails. */
  failing: number;
  reasons: Mix;
};

/** How hard each software is, by Codat's integration key. */
export const DIFFICULTY: Record<string, Difficulty> = {
  gbol: { share: 22, failing: 0.08, reasons: { ...OAUTH, wrong_entity: 2 } },
  qhyg: { share: 20, failing: 0.07, reasons: { ...OAUTH, not_administrator: 5 } },
  tgff: { share: 8, failing: 0.12, reasons: { ...OAUTH, unsupported: 1 } },
  fbrh: { share: 6, failing: 0.08, reasons: OAUTH },
  vxvy: { share: 4, failing: 0.15, reasons: { ...OAUTH, unsupported: 3 } },
  pbbf: { share: 5, failing: 0.2, reasons: { ...OAUTH, wrong_entity: 3 } },
  pdvj: { share: 4, failing: 0.25, reasons: { ...OAUTH, credentials_rejected: 8 } },
  jcrp: { share: 5, failing: 0.5, reasons: { software_error: 8, credentials_rejected: 2 } },
  akxx: { share: 7, failing: 0.45, reasons: { setup_incomplete: 5, not_administrator: 5 } },
  trji: { share: 5, failing: 0.4, reasons: { not_administrator: 5, setup_incomplete: 3 } },
  rqwd: { share: 2, failing: 0.4, reasons: { not_administrator: 4, unsupported: 2 } },
  knfz: { share: 4, failing: 0.4, reasons: { setup_incomplete: 5, credentials_rejected: 3 } },
  rvam: { share: 2, failing: 0.5, reasons: { setup_incomplete: 6, not_administrator: 3 } },
  pqsw: { share: 4, failing: 0.45, reasons: { connector_blocked: 6, unsupported: 1 } },
  hbql: { share: 4, failing: 0.45, reasons: { connector_blocked: 6, link_expired: 1 } },
};
