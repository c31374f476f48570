import type { Instant } from '../../../src/journey/instant.ts';
import type { Stage } from '../../../src/journey/stages.ts';
import type { SandboxCompany, SandboxConnection } from '../../codat/world/companies.ts';
import type { Failure } from '../../codat/world/failures.ts';
import type { NewCompany } from '../../codat/world/world.ts';
import { chooseSoftware, tileOf } from '../behaviour/difficulty.ts';
import { chooseFailure } from '../behaviour/incident.ts';
import { inventIdentity } from '../identities/identity.ts';
import type { Random } from '../random.ts';

/** Where a customer is, according to Unstuck. */
export type Standing = { stage: Stage; closed: boolean };

/** What a customer does next in the sandbox. */
export type NextStep =
  | { kind: 'appears'; company: NewCompany }
  | { kind: 'opens'; companyId: string }
  | { kind: 'selects'; companyId: string; integrationKey: string }
  | { kind: 'initiates'; companyId: string; connectionId: string }
  | { kind: 'approves'; connectionId: string }
  | { kind: 'fails'; connectionId: string; failure: Failure }
  | { kind: 'finishes'; companyId: string }
  | { kind: 'reads data'; connectionId: string }
  | { kind: 'loses access'; connectionId: string };

const ACCESS_LOSS = 0.04;
/** The chance that a customer comes without an invitation, through an embedded flow. */
const UNINVITED = 0.3;

/** A new customer, who isn't one of the sample customers. */
export const newCustomer = (random: Random): NextStep => {
  const { name, description, tags } = inventIdentity(random.between(100_000, 999_999), random);
  return { kind: 'appears', company: { name, description, tags } };
};

const tryToApprove = (connection: SandboxConnection, now: Instant, random: Random): NextStep => {
  const software = connection.integrationKey;
  const failure = chooseFailure({ software, at: now, now, ease: 1 }, random);
  return failure
    ? { kind: 'fails', connectionId: connection.id, failure }
    : { kind: 'approves', connectionId: connection.id };
};

const streams = ({ id }: SandboxConnection, random: Random): NextStep =>
  random.chance(ACCESS_LOSS)
    ? { kind: 'loses access', connectionId: id }
    : { kind: 'reads data', connectionId: id };

/** What a company at the given stage does next; null while it waits, or if its journey is closed. */
export const nextStep = (
  { id, connections }: SandboxCompany,
  { stage, closed }: Standing,
  now: Instant,
  random: Random,
): NextStep | null => {
  if (closed) return null;
  const linked = connections.find(({ status }) => status === 'Linked');
  const pending = connections.findLast(({ status }) => status !== 'Linked');
  switch (stage) {
    case 'created':
      return pending || random.chance(UNINVITED) ? { kind: 'opens', companyId: id } : null;
    case 'invited':
      return { kind: 'opens', companyId: id };
    case 'opened':
      return pending
        ? tryToApprove(pending, now, random)
        : {
            kind: 'selects',
            companyId: id,
            integrationKey: tileOf(chooseSoftware(random), random),
          };
    case 'selected':
      return pending ? { kind: 'initiates', companyId: id, connectionId: pending.id } : null;
    case 'initiated':
      return pending ? tryToApprove(pending, now, random) : null;
    case 'authorized':
      return { kind: 'finishes', companyId: id };
    case 'streaming':
      return linked ? streams(linked, random) : null;
    case 'completed':
      return null;
  }
};
