import { bytesToHex, randomBytes } from '@noble/hashes/utils.js';

const TOKEN_LENGTH = 32;

/** 128 random bits, as 32 hexadecimal digits. */
export const newToken = (): string => bytesToHex(randomBytes(TOKEN_LENGTH / 2));

/**
 * The token in what follows a link’s path. Mail programs take the punctuation around an address for a part of it, as in
 * `<address>.`, wrap it or continue it with the next tag: only letters and digits count, and only as many as a token
 * has. Null if there are fewer.
 */
export const tokenIn = (text: string): string | null => {
  const token = text
    .replaceAll(/[^0-9a-z]/gi, '')
    .slice(0, TOKEN_LENGTH)
    .toLowerCase();
  return token.length === TOKEN_LENGTH ? token : null;
};
