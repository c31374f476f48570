import { isIP, isIPv6 } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { Problem } from '../../api/http/problem.ts';
import type { Config } from '../config.ts';

/** Names that browsers look up in no name server, which could be an attacker’s. */
const LOOPBACK = /^(.+\.)?localhost$|^127(\.\d{1,3}){3}$|^\[::1\]$/;

/** HOST of servers that listen on every address of their machine. */
const EVERYWHERE = ['0.0.0.0', '::'];

const nameOf = (host: string): string => (isIPv6(host) ? `[${host}]` : host.toLowerCase());

/**
 * Accepts only requests to names that are ours. Otherwise any page that a person opens could have its own name lead to
 * this machine, and read and write here as that name: https://en.wikipedia.org/wiki/DNS_rebinding
 */
export const knownHosts = ({
  HOST = '',
  PUBLIC_URL,
}: Pick<Config, 'HOST' | 'PUBLIC_URL'>): MiddlewareHandler => {
  const own = [new URL(PUBLIC_URL).hostname, nameOf(HOST)];
  const isOwn = (name: string): boolean =>
    LOOPBACK.test(name) ||
    own.includes(name) ||
    (EVERYWHERE.includes(HOST) && isIP(name.replace(/^\[|\]$/g, '')) > 0);
  return async ({ req }, next) => {
    if (!isOwn(new URL(req.url).hostname))
      throw new Problem(
        403,
        `Open the sandbox at ${PUBLIC_URL}, or set PUBLIC_URL to its address.`,
      );
    await next();
  };
};
