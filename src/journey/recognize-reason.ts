import type { FailureReason } from './failure-reasons.ts';

/** What Codat said about a failed attempt, as received. */
export type FailureSignal = { statusCode?: string | undefined; text: string };

/**
 * Text decides before the status code, because software reports most causes under the same few codes.
 * The first match wins, so the specific stands before the general: "administrator password" is a login,
 * but "your role lacks permission to log in" is about the role.
 */
const BY_TEXT: [RegExp, FailureReason][] = [
  [/\buser cancel|(?<!\bsubscription.{0,20})\bcancel(l)?ed\b/i, 'cancelled'],
  [/de-?authori[sz]ed|revoked|access was removed|disconnected by/i, 'access_revoked'],
  [
    /expired link|(link|url|invitation) (has |is )?expired|already (been )?used|one-?time pass/i,
    'link_expired',
  ],
  [/connector|installer|antivirus|anti-virus|firewall|offline|web connector/i, 'connector_blocked'],
  [
    /already (linked|connected) to|different (company|entity)|does(n't| not) match the company|wrong (company|entity|subsidiary)/i,
    'wrong_entity',
  ],
  [/not supported|unsupported|\btrial\b|\bedition\b|legacy version/i, 'unsupported'],
  [
    /suitescript|bundle|extension|web services|token-based|security polic(y|ies)|not enabled|\bfeatures? .{0,60}\b(disabled|off)\b|must be enabled/i,
    'setup_incomplete',
  ],
  [
    /(wrong|incorrect|invalid|bad) (\w+ ){0,3}password|password (is |was )?(wrong|incorrect|invalid|rejected|expired)/i,
    'credentials_rejected',
  ],
  [
    /permission|administrator|\badmin\b|\brole\b|access level|approval (is )?(needed|required)|insufficient (rights|privileges)/i,
    'not_administrator',
  ],
  [
    /rate limit|too many requests|outage|unavailable|time(d)? ?out|bad gateway|internal server error/i,
    'software_error',
  ],
  [
    /log ?in|sign ?in|password|invalid[ _](token|credentials|grant)|two-factor|2fa|multi-?factor|credential|session (has )?expired|authenticat/i,
    'credentials_rejected',
  ],
];

const byStatus = (statusCode: string | undefined): FailureReason => {
  if (statusCode === '403') return 'cancelled';
  if (statusCode === '401') return 'credentials_rejected';
  if (statusCode === '501') return 'unsupported';
  if (statusCode === '429' || /^50[234]$/.test(statusCode ?? '')) return 'software_error';
  // Codat's own 500 says "Unknown error occurred.": it is not evidence of a fault in the software.
  return 'unknown';
};

/** Matches a reason from status code and text; never throws, `unknown` when nothing fits. */
export const recognizeReason = ({ statusCode, text }: FailureSignal): FailureReason =>
  BY_TEXT.find(([pattern]) => pattern.test(text))?.[1] ?? byStatus(statusCode);
