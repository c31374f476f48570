import { z } from 'zod';
import { MIN_PASSWORD_LENGTH } from '../api/password.ts';
import { isWebhookSecret } from '../codat/verify.ts';
import { StartError } from './run-command.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const wholeNumber = (least: number, most: number) =>
  z.coerce
    .number(`must be a whole number from ${least} to ${most}`)
    .int(`must be a whole number from ${least} to ${most}`)
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`);

const url = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `must be an address like ${example}` });

/** An address, alone or in angle brackets behind a name. */
const isSender = (text: string): boolean => {
  const [, named] = /^[^<>\p{Cc}]*<([^<>]+)>$/u.exec(text) ?? [];
  return z.email().safeParse(named ?? text).success;
};

const environment = z.object({
  PORT: wholeNumber(1, 65535).default(3000),
  HOST: z.string().optional(),
  PUBLIC_URL: url(/^https?$/, 'https://unstuck.example').optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: url(/^postgres(ql)?$/, 'postgres://user:password@host:5432/unstuck').optional(),
  CODAT_API_KEY: z.string().optional(),
  CODAT_API_URL: url(/^https?$/, 'https://api.codat.io').default('https://api.codat.io'),
  CODAT_WEBHOOK_SECRET: z
    .string()
    .refine(isWebhookSecret, 'must be the signing secret from Codat’s portal, whsec_ and base64')
    .optional(),
  SMTP_URL: url(/^smtps?$/, 'smtps://user:password@smtp.example:465').optional(),
  MAIL_FROM: z
    .string()
    .refine(
      isSender,
      'must be an address like support@acme.example, or Acme <support@acme.example>',
    )
    .optional(),
  AUTH_SECRET: z
    .string()
    .min(32, 'must be at least 32 characters, such as 32 random bytes in hex')
    .optional(),
  LINK_EVENTS_KEY: z.string().min(16, 'must be at least 16 characters').optional(),
  ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
  ADMIN_PASSWORD: z
    .string()
    .min(MIN_PASSWORD_LENGTH, `must be at least ${MIN_PASSWORD_LENGTH} characters`)
    .optional(),
  SAMPLE_CUSTOMERS: wholeNumber(0, 100_000).default(400),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
});

export type Config = z.output<typeof environment> & { PUBLIC_URL: string };

/** Names whose value is a secret: what they are set to is never repeated in a message. */
const isSecret = (name: string): boolean => /SECRET|KEY|PASSWORD|URL/.test(name);

const complaint = (name: string, value: string | undefined, rule: string): string =>
  isSecret(name) ? `${name} ${rule}.` : `${name} is “${value}”, but ${rule}.`;

/**
 * Reads the configuration from the environment. An empty value counts as none.
 * @throws StartError with one sentence that names the first wrong value and what to change
 */
export const readConfig = (env: Record<string, string | undefined>): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  const issue = parsed.error?.issues[0];
  if (issue) {
    const name = String(issue.path[0]);
    throw new StartError(complaint(name, given[name], issue.message));
  }
  const config = parsed.data as z.output<typeof environment>;
  if (!config.ADMIN_EMAIL !== !config.ADMIN_PASSWORD)
    throw new StartError('ADMIN_EMAIL and ADMIN_PASSWORD belong together: set both, or neither.');
  if (config.SMTP_URL && !config.MAIL_FROM)
    throw new StartError('SMTP_URL needs MAIL_FROM: set it to the address that e-mails come from.');
  return { ...config, PUBLIC_URL: config.PUBLIC_URL ?? `http://localhost:${config.PORT}` };
};
