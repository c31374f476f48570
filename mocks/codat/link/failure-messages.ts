import {
  failureMessage,
  REASONS,
  type ReportedReason,
} from '../../../src/journey/failure-reasons.ts';
import { FAILURES, type Failure, type FurtherFailure, isFurther } from '../world/failures.ts';

type FailureMessage = {
  /** Its label in the list of errors to simulate. */
  choice: string;
  /** What the customer reads: what happened, and what to do. */
  title: string;
  advice: string;
  /** Whether another attempt can help. */
  recoverable: boolean;
  /** The only kind of software it can happen with; any kind if unset. */
  only?: 'connector' | 'cloud';
};

/** Failures in the words of Link. */
const WORDS: Record<FurtherFailure, FailureMessage> &
  Partial<Record<ReportedReason, FailureMessage>> = {
  cancelled: {
    choice: 'Deny access',
    title: 'You denied access',
    advice: 'Nothing was shared. Try again, or leave and come back later with the link.',
    recoverable: true,
  },
  not_administrator: {
    choice: 'Not an admin',
    title: 'You need an admin',
    advice:
      'Your account can’t give other apps access. Ask the person who manages the software at your company to open the link.',
    recoverable: false,
  },
  credentials_rejected: {
    choice: 'Wrong password or two-factor code',
    title: 'Your sign-in was rejected',
    advice: 'Check your username and password, and have your two-factor device ready.',
    recoverable: true,
    only: 'cloud',
  },
  session_expired: {
    choice: 'Session expired',
    title: 'The sign-in took too long',
    advice: 'You were signed out while waiting. Try again and approve promptly.',
    recoverable: true,
    only: 'cloud',
  },
  setup_incomplete: {
    choice: 'Setup incomplete',
    title: 'A setting has to be enabled first',
    advice:
      'An admin has to change a setting in the software. The guide for your software says which one.',
    recoverable: true,
  },
  connector_offline: {
    choice: 'Connector offline',
    title: 'The connector isn’t responding',
    advice: 'Start the connector on the computer that runs your software, and keep it running.',
    recoverable: true,
    only: 'connector',
  },
  connector_blocked: {
    choice: 'Connector blocked by a firewall',
    title: 'The connector was blocked',
    advice: 'Ask your IT team to let the connector reach codat.io on port 443, then try again.',
    recoverable: true,
    only: 'connector',
  },
  wrong_entity: {
    choice: 'Company already connected elsewhere',
    title: 'This company is already connected',
    advice:
      'The company you chose belongs to another connection. Try again and choose the right one.',
    recoverable: true,
  },
  link_expired: {
    choice: 'Link expired midway',
    title: 'The link has expired',
    advice: 'Leave, and ask the sender for a new link.',
    recoverable: false,
  },
  unsupported: {
    choice: 'Edition not supported',
    title: 'This edition can’t be connected',
    advice: 'Choose a different app, or leave and ask about other ways to share your data.',
    recoverable: false,
  },
  software_error: {
    choice: 'Service unavailable',
    title: 'The software is unavailable',
    advice: 'It’s not your fault. Wait a while, then try again.',
    recoverable: true,
  },
  unknown: {
    choice: 'Unknown error',
    title: 'Something went wrong',
    advice: 'We don’t know why. Try again, or contact the sender.',
    recoverable: true,
  },
};

/** A failure in plain words: Link’s own, or ours for the reason. */
export const messageOf = (failure: Failure): FailureMessage => {
  if (isFurther(failure)) return WORDS[failure];
  const { retryHelps: recoverable, ...words } = failureMessage(failure, null);
  return WORDS[failure] ?? { choice: REASONS[failure].label, recoverable, ...words };
};

/** The errors that can be simulated for cloud or on-premise software, apart from denying access. */
export const failuresOf = (onPremise: boolean): Failure[] =>
  FAILURES.filter(
    (failure) =>
      failure !== 'cancelled' && messageOf(failure).only !== (onPremise ? 'cloud' : 'connector'),
  );
