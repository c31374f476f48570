import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Addresses inside a network: https://www.iana.org/assignments/iana-ipv4-special-registry and its IPv6 counterpart. */
const OWN_NETWORK = new BlockList();
for (const [net, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
] as const)
  OWN_NETWORK.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  OWN_NETWORK.addSubnet(net, prefix, 'ipv6');

const isOwn = (address: string): boolean =>
  OWN_NETWORK.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/** IPv4 as it is, also where it is written as IPv6. Null for what is no address. */
const plain = (text: string): string | null => {
  const address = text.trim().replace(/^::ffff:(?=\d+\.)/i, '');
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
 * The address that counts for a client. A proxy in our own network is believed about where a request came from, and
 * nobody else is. Of IPv6 it is the network, because anyone has a whole one.
 * @param peer the other end of the connection
 * @param forwardedFor the header `X-Forwarded-For`, to which each proxy adds the address that it saw
 */
export const addressBehind = (peer: string, forwardedFor: string | undefined): string => {
  const hops = [...(forwardedFor?.split(',') ?? []).map(plain), plain(peer)];
  let address = peer;
  for (const hop of hops.reverse()) {
    if (hop === null) break;
    address = hop;
    if (!isOwn(hop)) break;
  }
  return isIPv6(address) ? networkOf(address) : address;
};

/** Where a request comes from. */
export const clientAddress = (context: Context): string | null => {
  const { address } = getConnInfo(context).remote;
  return address ? addressBehind(address, context.req.header('x-forwarded-for')) : null;
};
