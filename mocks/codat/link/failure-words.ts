import { type Failure, isFailure } from '../world/failures.ts';

type Words = {
  /** How it reads in the list of what can go wrong. */
  choice: string;
  /** What the customer is told: what happened, and what to do. */
  title: string;
  advice: string;
  /** Whether the customer can get further by trying again. */
  recoverable: boolean;
  /** The kind of software it can happen with, where it can't with all. */
  only?: 'connector' | 'cloud';
};

/** What is said of each failure, in plain words. */
export const FAILURE_WORDS: Record<Failure, Words> = {
  cancelled: {
    choice: 'I refuse',
    title: 'You refused access',
    advice: 'Nothing was shared. You can try again, or leave and come back later with the link.',
    recoverable: true,
  },
  not_administrator: {
    choice: 'I am not an administrator',
    title: 'You need an administrator',
    advice:
      'Your user may not let other applications in. Ask whoever manages the software at your company to open the link.',
    recoverable: false,
  },
  credentials_rejected: {
    choice: 'Wrong password or second factor',
    title: 'The sign-in was not accepted',
    advice: 'Check the user name and the password, and have your second factor at hand.',
    recoverable: true,
    only: 'cloud',
  },
  session_expired: {
    choice: 'The session expired',
    title: 'The sign-in took too long',
    advice: 'The software signed you out while it waited. Try again and approve straight away.',
    recoverable: true,
    only: 'cloud',
  },
  setup_incomplete: {
    choice: 'Set-up is incomplete',
    title: 'Something has to be switched on first',
    advice:
      'An administrator of the software has to change its settings. The guide for your software says which.',
    recoverable: true,
  },
  connector_offline: {
    choice: 'The connector is offline',
    title: 'The connector does not answer',
    advice: 'Start the connector on the computer that your software runs on, and keep it running.',
    recoverable: true,
    only: 'connector',
  },
  connector_blocked: {
    choice: 'A firewall blocks the connector',
    title: 'The connector can’t get through',
    advice: 'Ask your IT to let the connector reach codat.io on port 443, then try again.',
    recoverable: true,
    only: 'connector',
  },
  wrong_entity: {
    choice: 'The company is already linked elsewhere',
    title: 'This company is already linked',
    advice:
      'The company you chose belongs to another connection. Try again and choose the right one.',
    recoverable: true,
  },
  link_expired: {
    choice: 'The link expired on the way',
    title: 'The link has expired',
    advice: 'Leave, and ask for a new link from whoever invited you.',
    recoverable: false,
  },
  unsupported: {
    choice: 'This edition is not supported',
    title: 'This edition can’t be connected',
    advice: 'Choose another software, or leave and ask about sharing your data in another way.',
    recoverable: false,
  },
  software_error: {
    choice: 'The service is unavailable',
    title: 'The software is not available',
    advice: 'The fault is not yours. Wait a while before you try again.',
    recoverable: true,
  },
  unknown: {
    choice: 'An unknown error',
    title: 'Something went wrong',
    advice: 'We could not find out what. Try again; if that does not help, tell who invited you.',
    recoverable: true,
  },
};

/** What can be picked to go wrong with a software, besides refusing it. */
export const failuresOf = (onPremise: boolean): Failure[] =>
  Object.keys(FAILURE_WORDS)
    .filter(isFailure)
    .filter(
      (failure) =>
        failure !== 'cancelled' &&
        FAILURE_WORDS[failure].only !== (onPremise ? 'cloud' : 'connector'),
    );
