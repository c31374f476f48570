import { and, eq } from 'drizzle-orm';
import { ingest } from '../../database/ingest.ts';
import { customers, raisedCases } from '../../database/schema/index.ts';
import type { JourneyEvent } from '../../journey/events.ts';
import { checkCustomer } from '../customers/check-customer.ts';
import { profileChange } from '../customers/profile-change.ts';
import { Problem } from '../http/problem.ts';
import { agentEvent } from '../kit/agent-event.ts';
import { locked } from '../kit/locked.ts';
import type { ApiRequest } from '../kit/request.ts';
import type { NewRaisedCase } from './forms.ts';
import type { RaisedCaseRecord } from './record.ts';

/** @throws Problem 409 when a case of the customer is open: what is new belongs into its ticket */
const checkNoneOpen = async ({ ports: { database } }: ApiRequest, customerId: string) => {
  const [open] = await database
    .select({ reference: raisedCases.reference })
    .from(raisedCases)
    .where(and(eq(raisedCases.customerId, customerId), eq(raisedCases.state, 'open')));
  if (!open) return;
  const ticket = open.reference ? ` (reference ${open.reference})` : '';
  throw new Problem(
    409,
    `This customer’s case is already raised with Codat${ticket}. Add to that ticket, or resolve it first.`,
  );
};

const findCustomer = async ({ ports: { database } }: ApiRequest, customerId: string) => {
  const [customer] = await database.select().from(customers).where(eq(customers.id, customerId));
  return customer;
};

const record = ({ ports, now }: ApiRequest, events: JourneyEvent[]) =>
  ingest(ports.database, events, now);

/** Stores a case that was raised, and if wanted lets the customer wait for Codat. Returns its id. */
export const raise = (request: ApiRequest, { wait, ...body }: NewRaisedCase): Promise<string> =>
  locked(request, body.customerId, async (within) => {
    const { customerId, reference } = body;
    await checkCustomer(within, customerId);
    await checkNoneOpen(within, customerId);
    const customer = await findCustomer(within, customerId);
    const id = crypto.randomUUID();
    await within.ports.database.insert(raisedCases).values({
      ...{ ...body, id, raisedById: within.person.id, raisedAt: within.now },
      ...{ connectionId: customer?.connectionId, software: customer?.software },
    });
    const raised = { caseId: id, ...(reference && { reference }) };
    await record(within, [
      agentEvent(within, customerId, 'case.raised', raised),
      ...(wait
        ? [profileChange(within, customerId, { waitingFor: 'codat', waitingNote: reference })]
        : []),
    ]);
    return id;
  });

/** Resolves a case. Nothing is left to wait for, so that its customer comes back to the queue. */
const resolve = async (request: ApiRequest, { id, customerId }: RaisedCaseRecord) => {
  const { ports, person, now } = request;
  const resolved = { state: 'resolved', resolvedById: person.id, resolvedAt: now } as const;
  await ports.database.update(raisedCases).set(resolved).where(eq(raisedCases.id, id));
  const waits = (await findCustomer(request, customerId))?.waitingFor === 'codat';
  await record(request, [
    agentEvent(request, customerId, 'case.resolved', { caseId: id }),
    ...(waits ? [profileChange(request, customerId, { waitingFor: null })] : []),
  ]);
};

const reopen = async (request: ApiRequest, { id, customerId, reference }: RaisedCaseRecord) => {
  await checkNoneOpen(request, customerId);
  const open = { state: 'open', resolvedById: null, resolvedAt: null } as const;
  await request.ports.database.update(raisedCases).set(open).where(eq(raisedCases.id, id));
  const raised = { caseId: id, ...(reference && { reference }), again: true } as const;
  await record(request, [agentEvent(request, customerId, 'case.raised', raised)]);
};

type Changes = Partial<Pick<RaisedCaseRecord, 'text' | 'reference' | 'note' | 'state'>>;

/** @throws Problem 409 when another case of the customer is open */
export const change = async (
  request: ApiRequest,
  row: RaisedCaseRecord,
  { state, ...changes }: Changes,
): Promise<void> => {
  if (Object.keys(changes).length > 0)
    await request.ports.database.update(raisedCases).set(changes).where(eq(raisedCases.id, row.id));
  if (state === undefined || state === row.state) return;
  const turn = state === 'resolved' ? resolve : reopen;
  await locked(request, row.customerId, (within) => turn(within, { ...row, ...changes }));
};
