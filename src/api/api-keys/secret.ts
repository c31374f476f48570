import { bytesToHex, randomBytes } from '@noble/hashes/utils.js';
import { digestOf } from '../../database/digest.ts';

/** People and secret scanners recognise a key by it. */
const PREFIX = 'unstuck_';

/** 192 random bits, in hex. */
const RANDOM_LENGTH = 48;
const CHECKSUM_LENGTH = 8;
const KEY = new RegExp(`^${PREFIX}[0-9a-f]{${RANDOM_LENGTH + CHECKSUM_LENGTH}}$`);

/** How much of a key is shown later. */
const START_LENGTH = PREFIX.length + 6;

const checksumOf = (text: string): string => digestOf(text).slice(0, CHECKSUM_LENGTH);

/** A new key. Its end is a checksum, so that a mistyped or made-up one is refused without asking the database. */
export const newKey = (): string => {
  const body = PREFIX + bytesToHex(randomBytes(RANDOM_LENGTH / 2));
  return body + checksumOf(body);
};

export const startOf = (key: string): string => key.slice(0, START_LENGTH);

/** Whether a text has the form of a key, checksum included. */
export const isIntact = (text: string): boolean =>
  KEY.test(text) && checksumOf(text.slice(0, -CHECKSUM_LENGTH)) === text.slice(-CHECKSUM_LENGTH);

/** Whether a text looks like a key, for a hint to someone who put it in the wrong place. */
export const looksLikeKey = (text: string): boolean => text.startsWith(PREFIX);
