import { FAILURES, type Failure, reportOf } from '../../../mocks/codat/world/failures.ts';
import type { Random } from '../../../mocks/sample/random.ts';
import type { Diary } from './diary.ts';
import { chooseTile } from './software.ts';

const DAY = 24;
const MOST_ATTEMPTS = 5;

/** Who doesn’t take a step stays there. */
const STEPS = { initiates: 0.96, answers: 0.96, triesAgain: 0.6 } as const;
const SUCCEEDS = { first: 0.75, later: 0.6 } as const;

const describeConnection = (diary: Diary, random: Random) => {
  const { key: software, name: softwareName } = chooseTile(random);
  const connectionId = `${diary.customerId}-${software}`;
  return { connectionId, software, softwareName, sourceType: 'Accounting' } as const;
};

/** The customer selects software and tries until it works or they give up. Returns the connection if it works. */
export const connect = (diary: Diary, random: Random): string | null => {
  const connection = describeConnection(diary, random);
  diary.wait(0.02, 2);
  diary.note('software.selected', connection);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    if (!random.chance(STEPS.initiates)) return null;
    diary.wait(0.02, 1);
    diary.note('connection.initiated', connection, 'sdk');
    if (!random.chance(STEPS.answers)) return null;
    diary.wait(0.03, 0.5);
    if (random.chance(attempt === 0 ? SUCCEEDS.first : SUCCEEDS.later)) {
      diary.note('connection.authorized', connection);
      return connection.connectionId;
    }
    const [statusCode, text] = reportOf(random.pick<Failure>(FAILURES));
    diary.note('connection.failed', { ...connection, statusCode, text });
    if (!random.chance(STEPS.triesAgain)) return null;
    diary.wait(0.1, 2 * DAY);
  }
  return null;
};

/** Data arrives. Some customers lose their connection later, and some of these come back. */
export const stream = (diary: Diary, random: Random, connectionId: string): void => {
  diary.wait(0.02, 0.1);
  diary.note('journey.completed', {}, 'sdk');
  diary.wait(0.1, 3);
  diary.note('data.received', { connectionId });
  if (!random.chance(0.08)) return;
  diary.wait(10 * DAY, 300 * DAY);
  diary.note('connection.disconnected', { connectionId, status: 'Deauthorized' });
  if (!random.chance(0.6)) return;
  diary.wait(1, 10 * DAY);
  diary.note('connection.authorized', { connectionId });
  diary.wait(0.1, 3);
  diary.note('data.received', { connectionId });
};

/** Tries again and again, until the history has so many events. */
export const keepTrying = (diary: Diary, random: Random, events: number): void => {
  const connection = describeConnection(diary, random);
  const [statusCode, text] = reportOf('credentials_rejected');
  while (diary.events.length < events - 1) {
    diary.wait(0.1, 0.6);
    diary.note('connection.initiated', connection, 'sdk');
    diary.wait(0.1, 0.6);
    diary.note('connection.failed', { ...connection, statusCode, text });
  }
};
