import { toEvents } from '../../../src/codat/to-events.ts';
import type { JourneyEvent } from '../../../src/journey/events.ts';
import type { SandboxCompany } from '../../codat/world/companies.ts';
import type { Failure } from '../../codat/world/failures.ts';
import type { LinkUrls } from '../../codat/world/representations.ts';
import { createWorld, type NewCompany } from '../../codat/world/world.ts';
import { connectionInitiated, journeyCompleted, linkOpened } from './signals.ts';
import type { StoryTime } from './story.ts';

export type Recording = {
  time: StoryTime;
  newId: () => string;
  record: (event: JourneyEvent) => void;
};

type Ports = Recording & { company: NewCompany & { id: string }; links: LinkUrls };

/** What one customer does, and what happens to them in Codat. All of it goes through the sandbox's world. */
export const createCustomerActions = ({ company, links, time, newId, record }: Ports) => {
  const { now, schedule } = time;
  const { id } = company;
  let chosen: string | null = null;
  let readsBlocked = false;

  const world = createWorld({
    now,
    newId,
    links,
    schedule: {
      ...schedule,
      at: (due, run) =>
        schedule.at(due, async () => {
          if (!readsBlocked) await run();
        }),
    },
    emit: (webhook) =>
      toEvents({ id: webhook.id, receivedAt: webhook.generatedDate }, webhook).events.forEach(
        record,
      ),
    keep: () => {},
  });

  /** The ID of the connection the customer is working on. */
  const connection = (): string => {
    if (!chosen) throw new Error('The customer must select software first.');
    return chosen;
  };

  const signal = () => ({ customerId: id, at: now(), id: newId() });

  return {
    /** The company as Codat has it now; null if deleted or not created yet. */
    company: (): SandboxCompany | null => world.companies.get(id) ?? null,
    hasSelected: (): boolean => chosen !== null,

    create: () => world.createCompany(company),
    remove: () => world.removeCompany(id),

    open: () => record(linkOpened(signal())),
    select: (integrationKey: string) => {
      chosen = world.selectSoftware(id, integrationKey).id;
    },
    initiate: () => record(connectionInitiated(signal(), connection())),
    fail: (failure: Failure) => world.fail(connection(), failure),
    approve: () => world.approve(connection()),
    finish: () => record(journeyCompleted(signal())),

    /** Prevents data from being read until `read`. */
    blockReads: () => {
      readsBlocked = true;
    },
    read: () => {
      readsBlocked = false;
      world.readData(connection());
    },
    disconnect: (status: 'Deauthorized' | 'Unlinked') => world.disconnect(connection(), status),
    /** Removes abandoned connections, as Codat does, but not the current one. */
    removeOtherConnections: () => {
      for (const other of world.company(id).connections)
        if (other.id !== chosen) world.removeConnection(other.id);
    },
  };
};
