import { existsSync } from 'node:fs';
import { z } from 'zod';
import {
  DEFAULT_GROUPS_CLAIM,
  DEFAULT_ROLES,
  type OidcSettings,
  readRoles,
} from '../api/session/oidc/settings.ts';
import { SANDBOX_EMAILS } from '../api/session/sandbox-people.ts';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '../api/users/password.ts';
import { isWebhookSecret } from '../codat/verify.ts';
import { BACKENDS } from '../database/postgres/backend.ts';
import { isEmailAddress } from '../journey/profile/email-address.ts';
import { trustedProxies } from './http/trusted-proxies.ts';
import { StartError } from './run-command.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const wholeNumber = (least: number, most: number) =>
  z.coerce
    .number(`must be a whole number from ${least} to ${most}`)
    .int(`must be a whole number from ${least} to ${most}`)
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`);

const url = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `must be a URL like ${example}` });

/** Whether nobody on the way can answer for a provider: by TLS, or because it is on this machine. */
const isSafe = (address: string): boolean => {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1';
};

/** An email address, alone or in angle brackets after a name. */
const isSender = (text: string): boolean => {
  const [, named] = /^[^<>\p{Cc}]*<([^<>]+)>$/u.exec(text) ?? [];
  return isEmailAddress(named ?? text);
};

const environment = z.object({
  PORT: wholeNumber(1, 65535).default(3000),
  HOST: z.string().optional(),
  PUBLIC_URL: url(/^https?$/, 'https://unstuck.example')
    .transform((address) => address.replace(/\/+$/, ''))
    .optional(),
  TRUSTED_PROXIES: trustedProxies,
  DATA_DIR: z.string().optional(),
  DATABASE_URL: url(/^postgres(ql)?$/, 'postgres://user:password@host:5432/unstuck').optional(),
  DATABASE_BACKEND: z.enum(BACKENDS, `must be one of ${BACKENDS.join(', ')}`).optional(),
  CODAT_API_KEY: z.string().optional(),
  CODAT_API_URL: url(/^https?$/, 'https://api.codat.io').default('https://api.codat.io'),
  CODAT_WEBHOOK_SECRET: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine(
      (secrets) => secrets.every(isWebhookSecret),
      'must be the signing secret from Codat’s portal, whsec_ followed by base64, or several with commas between them',
    ),
  SMTP_URL: url(/^smtps?$/, 'smtps://user:password@smtp.example:465').optional(),
  MAIL_FROM: z
    .string()
    .refine(isSender, 'must be an address like support@acme.example or Acme <support@acme.example>')
    .optional(),
  AUTH_SECRET: z
    .string()
    .min(32, 'must be at least 32 characters, for example 32 random bytes in hex')
    .optional(),
  LINK_EVENTS_KEY: z.string().min(16, 'must be at least 16 characters').optional(),
  // By better-auth’s rule, which is stricter than ours: nobody else could sign in.
  ADMIN_EMAIL: z.email('must be an email address').optional(),
  ADMIN_PASSWORD: z
    .string()
    .min(MIN_PASSWORD_LENGTH, `must be at least ${MIN_PASSWORD_LENGTH} characters`)
    .max(MAX_PASSWORD_LENGTH, `must be at most ${MAX_PASSWORD_LENGTH} characters`)
    .optional(),
  PASSWORDS: z.enum(['on', 'off'], 'must be on or off').default('on'),
  OIDC_ISSUER: url(/^https?$/, 'https://login.acme.example')
    .pipe(z.string().refine(isSafe, 'must begin with https://'))
    .transform((address) => address.replace(/\/$/, ''))
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_GROUPS_CLAIM: z.string().default(DEFAULT_GROUPS_CLAIM),
  OIDC_ROLES: z
    .string()
    .default(DEFAULT_ROLES)
    .transform((text, context) => {
      const roles = readRoles(text);
      if (roles) return roles;
      context.addIssue(`must be pairs of a role and a group, like ${DEFAULT_ROLES}`);
      return z.NEVER;
    }),
  OIDC_CHECK_SECONDS: wholeNumber(1, 86_400).default(300),
  PRIVATE_WEBHOOKS: z.enum(['on', 'off'], 'must be on or off').default('off'),
  SAMPLE_CUSTOMERS: wholeNumber(0, 100_000).default(400),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
});

export type Config = z.output<typeof environment> & { PUBLIC_URL: string; DATA_DIR: string };

/** What earlier versions of the sandbox stored in the directory that now belongs to real installations. */
const EARLIER_SANDBOX = ['./data/database', './data/sandbox-companies.jsonl'];

const defaultDirectory = (sandbox: boolean): string =>
  sandbox && !EARLIER_SANDBOX.some((path) => existsSync(path)) ? './data/sandbox' : './data';

/** Only this machine can reach a sandbox, unless HOST says otherwise: everybody knows its people’s password. */
const SANDBOX_HOST = '127.0.0.1';

/** Variables whose value is secret and never repeated in a message. */
const isSecret = (name: string): boolean => /SECRET|KEY|PASSWORD|URL/.test(name);

const explainInvalid = (name: string, value: string | undefined, rule: string): string =>
  isSecret(name) ? `${name} ${rule}.` : `${name} is “${value}”. It ${rule}.`;

/**
 * Reads the configuration from the environment. An empty value counts as unset.
 * @throws StartError that names the first invalid variable and says how to fix it
 */
export const readConfig = (env: Record<string, string | undefined>): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0]);
    throw new StartError(explainInvalid(name, given[name], issue?.message ?? 'is invalid'));
  }
  const config = parsed.data;
  if (!config.ADMIN_EMAIL !== !config.ADMIN_PASSWORD)
    throw new StartError('Set both ADMIN_EMAIL and ADMIN_PASSWORD, or neither.');
  if (config.SMTP_URL && !config.MAIL_FROM)
    throw new StartError('SMTP_URL requires MAIL_FROM. Set it to the sender address.');
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = config;
  const oidc = [OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET].filter(Boolean);
  if (oidc.length > 0 && oidc.length < 3)
    throw new StartError(
      'Set all of OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, or none of them.',
    );
  if (config.PASSWORDS === 'off' && (oidc.length === 0 || !config.ADMIN_EMAIL))
    throw new StartError(
      'PASSWORDS=off requires OIDC_ISSUER, and ADMIN_EMAIL as the admin who may still use a password.',
    );
  const sandbox = !config.CODAT_API_KEY;
  if (!sandbox && SANDBOX_EMAILS.includes(config.ADMIN_EMAIL?.toLowerCase() ?? ''))
    throw new StartError(
      `ADMIN_EMAIL is “${config.ADMIN_EMAIL}”, a sample user of the sandbox. Set it to your own email address.`,
    );
  return {
    ...config,
    ...(sandbox && { HOST: config.HOST ?? SANDBOX_HOST }),
    DATA_DIR: config.DATA_DIR ?? defaultDirectory(sandbox),
    PUBLIC_URL: config.PUBLIC_URL ?? `http://localhost:${config.PORT}`,
  };
};

/** The settings of single sign-on. Null without them, and in the sandbox, whose people are public. */
export const oidcSettings = (config: Config): OidcSettings | null => {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = config;
  if (!config.CODAT_API_KEY || !OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null;
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    groupsClaim: config.OIDC_GROUPS_CLAIM,
    roles: config.OIDC_ROLES,
    passwordsOff: config.PASSWORDS === 'off',
    adminEmail: config.ADMIN_EMAIL?.toLowerCase() ?? null,
  };
};
