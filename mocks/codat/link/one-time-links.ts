import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Instant } from '../../../src/journey/instant.ts';

const LIFE_MS = 24 * 3_600_000;
/** 128 bits in hexadecimal digits. */
const SIGNATURE_DIGITS = 32;

export type LinkKind = 'company' | 'connection';

/** The result of using a one-time password. `unknown` means it was never issued for this link. */
export type Redemption = 'accepted' | 'used' | 'expired' | 'unknown';

type Given = {
  publicUrl: string;
  now: () => Instant;
  /** Must be unguessable: the key that signs the passwords comes from it. */
  newId: () => string;
};

/**
 * Link URLs with a one-time password, valid for one use within a day. A password contains the time it was issued, signed
 * with this process's key, so issuing passwords takes no memory. Only used ones are stored.
 */
export const createOneTimeLinks = ({ publicUrl, now, newId }: Given) => {
  const root = publicUrl.replace(/\/+$/, '');
  const key = hmac.create(sha256, utf8ToBytes(newId() + newId()));
  /** When each password was used, in milliseconds, earliest first. */
  const used = new Map<string, number>();
  let issued = 0;

  const milliseconds = (): number => Date.parse(now());

  const sign = (kind: LinkKind, id: string, stamp: string): string =>
    bytesToHex(
      key
        .clone()
        .update(utf8ToBytes(`${kind} ${stamp} ${id}`))
        .digest(),
    ).slice(0, SIGNATURE_DIGITS);

  const newPassword = (kind: LinkKind, id: string): string => {
    issued += 1;
    const stamp = `${milliseconds().toString(36)}.${issued.toString(36)}`;
    return `${stamp}.${sign(kind, id, stamp)}`;
  };

  /** Passwords used a day ago have expired, so there is no need to remember them. */
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
    /** Accepts a password once. */
    redeem: (kind: LinkKind, id: string, password: string): Redemption => {
      const at = milliseconds();
      forgetExpired(at);
      const end = password.lastIndexOf('.');
      const stamp = password.slice(0, Math.max(end, 0));
      if (password.slice(end + 1) !== sign(kind, id, stamp)) return 'unknown';
      if (used.has(password)) return 'used';
      if (Number.parseInt(stamp, 36) + LIFE_MS < at) return 'expired';
      used.set(password, at);
      return 'accepted';
    },
  };
};

export type OneTimeLinks = ReturnType<typeof createOneTimeLinks>;
