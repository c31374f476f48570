import { createTransport } from 'nodemailer';
import type { Message, Outcome } from './mailer.ts';
import { oneLine } from './text.ts';

/** A server that does not answer must not hold up a worker for long. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

const MAX_PROBLEM = 500;

type Options = {
  /** smtp:// or smtps:// with the credentials. */
  url: string;
  from: string;
};

/** What nodemailer tells of a failure, beside the sentence. */
type Refusal = Error & { responseCode?: number; response?: string; command?: string };

/** Whether the server refused this recipient or this e-mail. A wrong password or sender is ours to mend: that waits. */
const isPermanent = ({ responseCode = 0, command = '' }: Refusal): boolean =>
  responseCode >= 500 && /^(RCPT TO|DATA)/.test(command);

const problemOf = ({ response, message }: Refusal): string =>
  oneLine(response || message).slice(0, MAX_PROBLEM);

/** Where our Message-IDs are at home: the sender’s own domain. */
const domainOf = (from: string): string => /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';

/**
 * Sends e-mails by SMTP. They are letters from a colleague who wants to hear back, so they carry none of the headers
 * of bulk or automatic mail, which would keep an absence notice from arriving.
 */
export const createDelivery = ({ url, from }: Options) => {
  const transport = createTransport({
    url,
    ...TIMEOUTS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ id, to, ...content }: Message): Promise<Outcome> => {
      try {
        const messageId = `<${id}@${domainOf(from)}>`;
        await transport.sendMail({ from, to: [to], messageId, ...content });
        return { sent: true };
      } catch (error) {
        const refusal = error as Refusal;
        return { sent: false, problem: problemOf(refusal), permanent: isPermanent(refusal) };
      }
    },
    close: (): void => transport.close(),
  };
};

export type Delivery = ReturnType<typeof createDelivery>;
