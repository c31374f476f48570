import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** How the mail server treats recipients and emails. */
export type Behaviour = {
  /** Returns a rejection such as `550 No such user`, or undefined to accept. */
  recipient?: (address: string) => string | undefined;
  /** Called when an email has arrived completely. The server accepts it when this resolves. */
  accept?: (mail: ParsedMail) => Promise<void> | undefined;
};

const refusal = (answer: string): Error => {
  const [code, ...text] = answer.split(' ');
  return Object.assign(new Error(text.join(' ')), { responseCode: Number(code) });
};

/** Opens a real mail server on this machine, which collects the emails it accepts. */
export const openSmtp = async (behaviour: Behaviour = {}, port = 0) => {
  const emails: ParsedMail[] = [];
  const sources: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, callback) => {
      const answer = behaviour.recipient?.(address);
      callback(answer ? refusal(answer) : null);
    },
    onData: async (stream, _session, callback) => {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      const source = Buffer.concat(chunks);
      const mail = await simpleParser(source);
      await behaviour.accept?.(mail);
      emails.push(mail);
      sources.push(source.toString());
      callback();
    },
  });
  // A killed sender breaks its connection.
  server.on('error', () => {});
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    emails,
    /** The emails’ raw sources. */
    sources,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};

export type Smtp = Awaited<ReturnType<typeof openSmtp>>;
