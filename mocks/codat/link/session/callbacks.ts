import type { LinkEvent } from '../../../../src/codat/link-events.ts';
import type { Instant } from '../../../../src/journey/instant.ts';
import type { Visit } from './visit.ts';

export type CallbackPorts = {
  now: () => Instant;
  newId: () => string;
  /** Receives the Link SDK's callbacks. May be slow. Must report its own errors. */
  onCallback: (callback: LinkEvent) => unknown;
};

type Details = Partial<LinkEvent> & Pick<LinkEvent, 'type'>;

/** Sends the client a callback about what the customer did. Neither a slow nor a failing client affects the customer's page. */
export const createNotifier = ({ now, newId, onCallback }: CallbackPorts) => {
  const deliver = async (callback: LinkEvent): Promise<void> => {
    try {
      await onCallback(callback);
    } catch {}
  };
  return ({ company, chosen }: Visit, details: Details): void => {
    void deliver({
      id: newId(),
      companyId: company.id,
      occurredAt: now(),
      ...(chosen && {
        connectionId: chosen.connection.id,
        integrationKey: chosen.integration.key,
        platformName: chosen.integration.name,
      }),
      ...details,
    });
  };
};
