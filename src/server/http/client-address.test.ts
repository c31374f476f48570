import { describe, expect, it } from 'vitest';
import { addressBehind } from './client-address.ts';
import { trustedProxies } from './trusted-proxies.ts';

const PROXIES = trustedProxies.parse('10.0.0.0/8, 192.0.2.1 ::1,2001:db8:ffff::/48');

describe('the address of a client', () => {
  it.each([
    ['a direct client', '203.0.113.7', undefined, '203.0.113.7'],
    ['a direct client that makes up a header', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['a neighbour that makes up a header', '192.168.0.7', '198.51.100.1', '192.168.0.7'],
    ['a local process that makes up a header', '127.0.0.1', '198.51.100.1', '127.0.0.1'],
    ['a client behind a trusted network', '10.0.0.2', '203.0.113.7', '203.0.113.7'],
    ['a client behind a trusted address', '192.0.2.1', '203.0.113.7', '203.0.113.7'],
    ['a client beside a trusted address', '192.0.2.2', '203.0.113.7', '192.0.2.2'],
    ['a client behind two trusted proxies', '::1', '203.0.113.7, 10.0.0.9', '203.0.113.7'],
    ['a client that makes up hops', '10.0.0.2', '198.51.100.1, 203.0.113.7', '203.0.113.7'],
    ['a client that makes up a trusted hop', '10.0.0.2', '10.0.0.3, 203.0.113.7', '203.0.113.7'],
    ['a header that is no address', '10.0.0.2', 'unknown', '10.0.0.2'],
    ['a header with a port', '10.0.0.2', '203.0.113.7:51042', '203.0.113.7'],
    ['IPv6 with a port', '10.0.0.2', '[2001:db8::7]:51042', '2001:db8:0:0::/64'],
    ['a client in a trusted network', '10.0.0.2', undefined, '10.0.0.2'],
    ['IPv4 written as IPv6', '::ffff:203.0.113.7', undefined, '203.0.113.7'],
    ['a proxy written as IPv6', '::ffff:10.0.0.2', '203.0.113.7', '203.0.113.7'],
    ['IPv6, by its network', '2001:db8:1:2:aaaa:bbbb:cccc:dddd', undefined, '2001:db8:1:2::/64'],
    ['short IPv6, by its network', '2001:db8::7', undefined, '2001:db8:0:0::/64'],
    ['a client behind a trusted IPv6', '2001:db8:ffff::1', '203.0.113.7', '203.0.113.7'],
    ['IPv6 with a zone', 'fe80::1%eth0', '203.0.113.7', 'fe80:0:0:0::/64'],
  ])('is that of %s', (_, peer, forwardedFor, expected) => {
    expect(addressBehind(PROXIES, peer, forwardedFor)).toBe(expected);
  });

  it('is never that of the header when nobody is trusted', () => {
    const nobody = trustedProxies.parse(undefined);
    for (const peer of ['127.0.0.1', '10.0.0.2', '::1', '203.0.113.7'])
      expect(addressBehind(nobody, peer, '198.51.100.1')).not.toBe('198.51.100.1');
  });
});

it.each(['10.0.0.0/33', 'proxy', '10.0.0', '10.0.0.0/', '::1/129', '10.0.0.1;10.0.0.2'])(
  'TRUSTED_PROXIES can’t be %s',
  (text) => {
    expect(trustedProxies.safeParse(text).error?.issues[0]?.message).toBe(
      'must be addresses or networks like 10.0.0.0/8, 192.0.2.1, 2001:db8::/32',
    );
  },
);
