import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256, in hex. Of secrets that are long and random, only this is stored: it needs neither salt nor a slow digest. */
export const digestOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
