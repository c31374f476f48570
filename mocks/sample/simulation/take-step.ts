import type { JourneyEvent } from '../../../src/journey/events.ts';
import type { Instant } from '../../../src/journey/instant.ts';
import type { World } from '../../codat/world/world.ts';
import { connectionInitiated, journeyCompleted, linkOpened } from '../play/signals.ts';
import type { NextStep } from './next-step.ts';

export type StepPorts = {
  world: World;
  now: () => Instant;
  newId: () => string;
  /** Records what Codat doesn't report: signals of our own pages and of the Link SDK. */
  report: (event: JourneyEvent) => Promise<void>;
};

/** Takes the step in the sandbox's world, or reports the signal that Unstuck would get. */
export const takeStep = async (
  step: NextStep,
  { world, now, newId, report }: StepPorts,
): Promise<void> => {
  const signal = (customerId: string) => ({ customerId, at: now(), id: newId() });
  switch (step.kind) {
    case 'appears':
      world.createCompany(step.company);
      return;
    case 'opens':
      return report(linkOpened(signal(step.companyId)));
    case 'selects':
      world.selectSoftware(step.companyId, step.integrationKey);
      return;
    case 'initiates':
      return report(connectionInitiated(signal(step.companyId), step.connectionId));
    case 'approves':
      return world.approve(step.connectionId);
    case 'fails':
      return world.fail(step.connectionId, step.failure);
    case 'finishes':
      return report(journeyCompleted(signal(step.companyId)));
    case 'reads data':
      return world.readData(step.connectionId);
    case 'loses access':
      return world.disconnect(step.connectionId, 'Deauthorized');
  }
};
