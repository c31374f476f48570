import { BlockList, isIP } from 'node:net';
import { z } from 'zod';

const EXPECTED = 'must be addresses or networks like 10.0.0.0/8, 192.0.2.1, 2001:db8::/32';

/** Adds an address or a network. Returns whether it is one. */
const add = (list: BlockList, entry: string): boolean => {
  const [, address = '', bits] = /^([\d.a-f:]+)(?:\/(\d{1,3}))?$/i.exec(entry) ?? [];
  const version = isIP(address);
  if (version === 0) return false;
  const most = version === 6 ? 128 : 32;
  const prefix = Number(bits ?? most);
  if (prefix > most) return false;
  list.addSubnet(address, prefix, version === 6 ? 'ipv6' : 'ipv4');
  return true;
};

/** The proxies that are believed about where a request came from. Nobody is, by default: anyone can send the header. */
export const trustedProxies = z
  .string()
  .default('')
  .transform((text, context) => {
    const list = new BlockList();
    const entries = text.split(/[\s,]+/).filter(Boolean);
    if (!entries.every((entry) => add(list, entry)))
      context.addIssue({ code: 'custom', message: EXPECTED });
    return list;
  });
