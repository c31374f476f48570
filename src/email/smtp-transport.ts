import { createTransport } from 'nodemailer';
import { cut } from '../common/cut.ts';
import type { Message, Outcome } from './mailer.ts';
import { oneLine } from './text.ts';

/** In milliseconds. A server that doesn’t answer must not hold up a worker for long. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

const MAX_PROBLEM = 500;

type Options = {
  /** smtp:// or smtps:// with the credentials. */
  url: string;
  from: string;
};

/** What nodemailer adds to the error when sending fails. */
type SmtpError = Error & { responseCode?: number; response?: string; command?: string };

/** Whether the server refused this recipient or this email. A wrong password or sender is ours to fix, so the email waits. */
const isPermanent = ({ responseCode = 0, command = '' }: SmtpError): boolean =>
  responseCode >= 500 && /^(RCPT TO|DATA)/.test(command);

const problemOf = ({ response, message }: SmtpError): string =>
  cut(oneLine(response || message), MAX_PROBLEM);

/** The sender’s domain, which Message-IDs end with. */
const domainOf = (from: string): string => /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';

/**
 * Sends emails by SMTP. They come from a colleague who wants to hear back, so they carry none of the headers of bulk or
 * automatic mail, which would suppress out-of-office replies.
 */
export const createSmtpTransport = ({ url, from }: Options) => {
  const transport = createTransport({
    url,
    ...TIMEOUTS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ id, to, replyTo, ...content }: Message): Promise<Outcome> => {
      try {
        const messageId = `<${id}@${domainOf(from)}>`;
        await transport.sendMail({
          ...{ from, to: [to], messageId, ...content },
          ...(replyTo && { replyTo }),
        });
        return { sent: true };
      } catch (error) {
        // nodemailer rejects with an Error that may carry these fields.
        const failure = error as SmtpError;
        return { sent: false, problem: problemOf(failure), permanent: isPermanent(failure) };
      }
    },
    close: (): void => transport.close(),
  };
};

export type SmtpTransport = ReturnType<typeof createSmtpTransport>;
