import { type Failure, reportOf } from '../../world/failures.ts';
import type { World } from '../../world/world.ts';
import { messageOf } from '../failure-messages.ts';
import type { Ending } from '../redirect.ts';
import { type CallbackPorts, createNotifier } from './callbacks.ts';
import { type Visit, visitOf } from './visit.ts';

const CANCELLED: Ending = { statusCode: 403, statusText: reportOf('cancelled')[1] };
const NOT_SUPPORTED: Ending = { statusCode: 501, statusText: reportOf('unsupported')[1] };

const endingOf = (failure: Failure): Ending => {
  if (failure === 'cancelled') return CANCELLED;
  const [statusCode, statusText] = reportOf(failure);
  return { statusCode: statusCode === '501' ? 501 : 500, statusText };
};

/** What a customer can do in Link. Each step changes the world and sends the client a callback. */
export const createSteps = ({ world, ...ports }: CallbackPorts & { world: World }) => {
  const notify = createNotifier(ports);
  return {
    /** Leaves the connection unchanged if the software is already connected. */
    select: ({ session, company }: Visit, integrationKey: string): void => {
      const linked = company.connections.find(
        (connection) =>
          connection.integrationKey === integrationKey && connection.status === 'Linked',
      );
      const connection = linked ?? world.selectSoftware(company.id, integrationKey);
      session.connectionId = connection.id;
      session.alreadyLinked = Boolean(linked);
      session.consented = false;
      session.failure = null;
      const visit = visitOf(world, session);
      if (visit && !linked) notify(visit, { type: 'onConnectionStarted' });
    },

    consent: (visit: Visit): void => {
      visit.session.consented = true;
      notify(visit, { type: 'onConsent' });
    },

    approve: (visit: Visit, connectionId: string): void => {
      world.approve(connectionId);
      notify(visit, { type: 'onConnection' });
    },

    fail: (visit: Visit, connectionId: string, failure: Failure): void => {
      visit.session.failure = failure;
      world.fail(connectionId, failure);
      const [errorCode, message] = reportOf(failure);
      const error = visit.chosen?.connection.errors.at(-1);
      notify(visit, {
        type: 'onError',
        message,
        errorCode,
        userRecoverable: messageOf(failure).recoverable,
        correlationId: ports.newId(),
        // The same time as in the webhook, so that Unstuck recognizes the two as one failure.
        ...(error && { occurredAt: error.erroredOnUtc }),
      });
    },

    retry: ({ session }: Visit): void => {
      session.failure = null;
    },

    finish: (visit: Visit): Ending => {
      if (!visit.session.finished) notify(visit, { type: 'onFinish' });
      visit.session.finished = true;
      return visit.session.alreadyLinked
        ? { statusCode: 201, statusText: 'Already connected' }
        : { statusCode: 200, statusText: 'OK' };
    },

    leave: (visit: Visit): Ending => {
      notify(visit, { type: 'onClose' });
      const { failure } = visit.session;
      return failure ? endingOf(failure) : CANCELLED;
    },

    leaveUnlisted: (visit: Visit): Ending => {
      notify(visit, { type: 'onClose' });
      return NOT_SUPPORTED;
    },
  };
};

export type Steps = ReturnType<typeof createSteps>;
