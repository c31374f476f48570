import type { MessagePorts } from '../../alerts/messages/deliver.ts';
import type { Ports } from '../ports.ts';

/** What sending a message at once needs. */
export const messagePorts = ({
  database,
  publicUrl,
  now,
  mailer,
  outgoing,
}: Pick<Ports, 'database' | 'publicUrl' | 'now' | 'mailer' | 'outgoing'>): MessagePorts => ({
  ...{ database, publicUrl, now },
  send: mailer?.send ?? null,
  post: outgoing?.post ?? null,
});
