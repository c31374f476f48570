import { type BlockList, isIPv4, isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** A hop without the port and the zone that some proxies add, and IPv4 as such. Null for what is no address. */
const plain = (text: string): string | null => {
  const address = text
    .trim()
    .replace(/^\[(.+)\](:\d+)?$/, '$1')
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '');
  return isIPv4(address) || isIPv6(address) ? address : null;
};

/** The first four of the eight groups. */
const networkOf = (address: string): string => {
  const [left = '', right] = address.split('::');
  const groups = (part: string) => (part ? part.split(':') : []);
  const missing = 8 - groups(left).length - groups(right ?? '').length;
  const all = [
    ...groups(left),
    ...Array<string>(Math.max(0, missing)).fill('0'),
    ...groups(right ?? ''),
  ];
  return `${all.slice(0, 4).join(':')}::/64`;
};

/**
 * The address that counts for a client. A trusted proxy is believed about where a request came from, and nobody else
 * is. Of IPv6 it is the network, because anyone has a whole one.
 * @param peer the other end of the connection
 * @param forwardedFor the header `X-Forwarded-For`, to which each proxy adds the address that it saw
 */
export const addressBehind = (
  trusted: BlockList,
  peer: string,
  forwardedFor: string | undefined,
): string => {
  const hops = [...(forwardedFor?.split(',') ?? []), peer].map(plain);
  let address = plain(peer) ?? peer;
  for (const hop of hops.reverse()) {
    if (hop === null) break;
    address = hop;
    if (!trusted.check(hop, isIPv6(hop) ? 'ipv6' : 'ipv4')) break;
  }
  return isIPv6(address) ? networkOf(address) : address;
};

/** Tells where a request comes from. */
export const clientAddress =
  (trusted: BlockList) =>
  (context: Context): string | null => {
    const { address } = getConnInfo(context).remote;
    return address ? addressBehind(trusted, address, context.req.header('x-forwarded-for')) : null;
  };
