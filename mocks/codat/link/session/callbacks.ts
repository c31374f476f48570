import type { LinkEvent } from '../../../../src/codat/link-events.ts';
import type { Instant } from '../../../../src/journey/instant.ts';
import type { Visit } from './visit.ts';

export type CallbackPorts = {
  now: () => Instant;
  newId: () => string;
  /** Gets what the Link SDK would call back with. May take its time; a failure of it is the receiver's to report. */
  onCallback: (callback: LinkEvent) => unknown;
};

type Details = Partial<LinkEvent> & Pick<LinkEvent, 'type'>;

/** Tells the client of what the customer did. The customer's page neither waits for it nor suffers from it. */
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
