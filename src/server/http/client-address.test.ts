import { describe, expect, it } from 'vitest';
import { addressBehind } from './client-address.ts';

describe('the address of a client', () => {
  it.each([
    ['a direct client', '203.0.113.7', undefined, '203.0.113.7'],
    ['a direct client that makes up a header', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['a client behind our proxy', '10.0.0.2', '203.0.113.7', '203.0.113.7'],
    ['a client behind two of our proxies', '::1', '203.0.113.7, 10.0.0.9', '203.0.113.7'],
    ['a client that makes up hops', '10.0.0.2', '198.51.100.1, 203.0.113.7', '203.0.113.7'],
    ['a header that is no address', '10.0.0.2', 'unknown', '10.0.0.2'],
    ['a client in our own network', '127.0.0.1', undefined, '127.0.0.1'],
    ['IPv4 written as IPv6', '::ffff:203.0.113.7', undefined, '203.0.113.7'],
    ['IPv6, by its network', '2001:db8:1:2:aaaa:bbbb:cccc:dddd', undefined, '2001:db8:1:2::/64'],
    ['short IPv6, by its network', '2001:db8::7', undefined, '2001:db8:0:0::/64'],
  ])('is that of %s', (_, peer, forwardedFor, expected) => {
    expect(addressBehind(peer, forwardedFor)).toBe(expected);
  });
});
