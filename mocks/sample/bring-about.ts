import type { JourneyEvent } from '../../src/journey/events.ts';
import type { Instant } from '../../src/journey/instant.ts';
import type { World } from '../codat/world.ts';
import type { Happening } from './happenings.ts';
import { connectionInitiated, journeyCompleted, linkOpened } from './signals.ts';

export type HappeningPorts = {
  world: World;
  now: () => Instant;
  newId: () => string;
  /** Takes in what Codat tells nobody: signals of our own pages and of the Link SDK. */
  report: (event: JourneyEvent) => Promise<void>;
};

/** Makes it happen in the sandbox's world, or reports the signal that we would get of it. */
export const bringAbout = async (
  happening: Happening,
  { world, now, newId, report }: HappeningPorts,
): Promise<void> => {
  const signal = (customerId: string) => ({ customerId, at: now(), id: newId() });
  switch (happening.kind) {
    case 'appears':
      world.createCompany(happening.company);
      return;
    case 'opens':
      return report(linkOpened(signal(happening.companyId)));
    case 'selects':
      world.selectSoftware(happening.companyId, happening.integrationKey);
      return;
    case 'initiates':
      return report(connectionInitiated(signal(happening.companyId), happening.connectionId));
    case 'approves':
      return world.approve(happening.connectionId);
    case 'fails':
      return world.fail(happening.connectionId, happening.failure);
    case 'finishes':
      return report(journeyCompleted(signal(happening.companyId)));
    case 'reads data':
      return world.readData(happening.connectionId);
    case 'loses access':
      return world.disconnect(happening.connectionId, 'Deauthorized');
  }
};
