import type { JourneyEvent } from '../../../src/journey/events.ts';
import type { Instant } from '../../../src/journey/instant.ts';
import type { SandboxCompany } from '../../codat/world/companies.ts';
import type { LinkUrls } from '../../codat/world/representations.ts';
import { type Desk, OWNER_IDS, type Portfolio } from '../behaviour/portfolios.ts';
import type { Identity } from '../identities/identity.ts';
import type { Region } from '../identities/names.ts';
import type { Random } from '../random.ts';
import { createCustomerActions } from './customer-actions.ts';
import { createStoryTime } from './story.ts';
import { createTeamActions, type SampleNote } from './team-actions.ts';

const HOURS_AHEAD: Record<Region, number> = { uk: 0, us: -6, eu: 1, apac: 9 };

export type Cast = {
  id: string;
  parentId: string | null;
  identity: Identity;
  /** The software the customer uses, by its canonical key. */
  software: string;
  portfolio: Portfolio;
};

type Ports = Cast & { now: Instant; desk: Desk; links: LinkUrls; random: Random };

/** Everything a story needs: its time, randomness, and what can happen to its customer. */
export const createPlay = (ports: Ports) => {
  const { id, parentId, identity, software, portfolio, now, desk, links, random } = ports;
  const { name, description, tags } = identity;
  const events: JourneyEvent[] = [];
  const notes: SampleNote[] = [];
  const time = createStoryTime(now, { hoursAhead: HOURS_AHEAD[identity.region] }, random);
  const recording = {
    time,
    newId: random.uuid,
    record: (event: JourneyEvent) => void events.push(event),
  };
  const customer = createCustomerActions({
    ...recording,
    company: { id, name, description, tags, parentId, ownerUserIds: [OWNER_IDS[portfolio.owner]] },
    links,
  });
  const team = createTeamActions({
    ...recording,
    customerId: id,
    identity,
    keepNote: (note) => void notes.push(note),
    accountManagerId: desk[portfolio.owner],
    agentId: desk.agent,
  });
  return {
    time,
    random,
    portfolio,
    software,
    contact: identity.contactName,
    customer,
    team,
    outcome: (): {
      company: SandboxCompany | null;
      events: JourneyEvent[];
      notes: SampleNote[];
    } => ({
      company: customer.company(),
      events,
      notes,
    }),
  };
};

export type Play = ReturnType<typeof createPlay>;
