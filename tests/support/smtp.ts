import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What the mail server does with a recipient or with an e-mail. */
export type Behaviour = {
  /** An answer such as `550 No such user` in place of a yes. */
  recipient?: (address: string) => string | undefined;
  /** Called once the e-mail has arrived whole; its yes waits for this. */
  accept?: (mail: ParsedMail) => Promise<void> | undefined;
};

const refusal = (answer: string): Error => {
  const [code, ...words] = answer.split(' ');
  return Object.assign(new Error(words.join(' ')), { responseCode: Number(code) });
};

/** A real mail server on this machine, and the e-mails that it has taken. */
export const openSmtp = async (behaviour: Behaviour = {}, port = 0) => {
  const mails: ParsedMail[] = [];
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
      mails.push(mail);
      sources.push(source.toString());
      callback();
    },
  });
  // A sender that is killed breaks its connection off.
  server.on('error', () => {});
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    mails,
    /** The e-mails as they came over the wire. */
    sources,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};

export type Smtp = Awaited<ReturnType<typeof openSmtp>>;
