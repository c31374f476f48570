import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { sameText } from '../../../src/api/inbound/same-text.ts';
import type { Instant } from '../../../src/journey/instant.ts';

const LIFE_MS = 24 * 3_600_000;
/** 128 bits, written as hexadecimal digits. */
const SEAL_DIGITS = 32;

export type LinkKind = 'company' | 'connection';

/** What became of a one-time password: `unknown` is one that was never handed out for this link. */
export type Redemption = 'accepted' | 'used' | 'expired' | 'unknown';

type Given = {
  publicUrl: string;
  now: () => Instant;
  /** Has to be unguessable: the key that seals the passwords is made of it. */
  newId: () => string;
};

/**
 * Link URLs with a one-time password: good for one use within a day. A password carries the time it was made at, sealed
 * with a key of this process, so that handing out any number of them takes no memory; only the used ones are kept.
 */
export const createOneTimeLinks = ({ publicUrl, now, newId }: Given) => {
  const root = publicUrl.replace(/\/+$/, '');
  const key = hmac.create(sha256, utf8ToBytes(newId() + newId()));
  /** When each was used, in milliseconds, the earliest first. */
  const used = new Map<string, number>();
  let handedOut = 0;

  const milliseconds = (): number => Date.parse(now());

  const seal = (kind: LinkKind, id: string, stamp: string): string =>
    bytesToHex(
      key
        .clone()
        .update(utf8ToBytes(`${kind} ${stamp} ${id}`))
        .digest(),
    ).slice(0, SEAL_DIGITS);

  const newPassword = (kind: LinkKind, id: string): string => {
    handedOut += 1;
    const stamp = `${milliseconds().toString(36)}.${handedOut.toString(36)}`;
    return `${stamp}.${seal(kind, id, stamp)}`;
  };

  /** Those used a day ago have expired, so there is no need to remember that they were used. */
  const forgetExpired = (at: number): void => {
    for (const [password, usedAt] of used) {
      if (usedAt + LIFE_MS >= at) return;
      used.delete(password);
    }
  };

  return {
    publicUrl: root,
    company: (companyId: string): string =>
      `${root}/link/company/${encodeURIComponent(companyId)}?otp=${newPassword('company', companyId)}`,
    connection: (connectionId: string): string =>
      `${root}/link/connections/${encodeURIComponent(connectionId)}/start?otp=${newPassword('connection', connectionId)}`,
    /** Uses a password up: the second time it is not accepted. */
    redeem: (kind: LinkKind, id: string, password: string): Redemption => {
      const at = milliseconds();
      forgetExpired(at);
      const end = password.lastIndexOf('.');
      const stamp = password.slice(0, Math.max(end, 0));
      if (!sameText(password.slice(end + 1), seal(kind, id, stamp))) return 'unknown';
      if (used.has(password)) return 'used';
      if (Number.parseInt(stamp, 36) + LIFE_MS < at) return 'expired';
      used.set(password, at);
      return 'accepted';
    },
  };
};

export type OneTimeLinks = ReturnType<typeof createOneTimeLinks>;
