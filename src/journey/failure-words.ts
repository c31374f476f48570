import type { FailureReason } from './failure-reasons.ts';

type Words = {
  /** What went wrong, without blame. */
  title: string;
  /** What to do about it. */
  advice: string;
  /** Whether the one who reads it can get further by trying again. */
  retryHelps: boolean;
};

/** What we tell customers of a failed attempt; `name` is their software's. */
const WORDS: Record<FailureReason, (name: string) => Words> = {
  cancelled: () => ({
    title: 'The connection was cancelled',
    advice: 'Nothing was shared. Whenever you are ready, go on from where you left off.',
    retryHelps: true,
  }),
  abandoned: () => ({
    title: 'The connection is not finished yet',
    advice: 'Nothing was shared so far. Go on from where you left off; it takes a few minutes.',
    retryHelps: true,
  }),
  not_administrator: (name) => ({
    title: 'An administrator has to approve this',
    advice: `Your user in ${name} may not let other applications in. Forward the link you received to whoever manages ${name} at your company: it works for them as well.`,
    retryHelps: false,
  }),
  credentials_rejected: (name) => ({
    title: `${name} did not accept the login`,
    advice: `Check that you can log in to ${name} as usual, have your second factor at hand, and try again.`,
    retryHelps: true,
  }),
  setup_incomplete: (name) => ({
    title: `Something has to be switched on in ${name} first`,
    advice: `An administrator of ${name} has to change a setting. The guide says which; then try again.`,
    retryHelps: true,
  }),
  connector_blocked: (name) => ({
    title: 'The connector could not get through',
    advice: `Ask your IT to let the connector on the computer that ${name} runs on reach codat.io, leave that computer on, and try again.`,
    retryHelps: true,
  }),
  link_expired: () => ({
    title: 'The link was used up on the way',
    advice: 'That is not your doing. Try again: you get a fresh one.',
    retryHelps: true,
  }),
  wrong_entity: (name) => ({
    title: 'It was another company than the one expected',
    advice: `The company chosen in ${name} is connected elsewhere already, or is not the one we asked about. Try again and choose the right one; if you are unsure which, ask us.`,
    retryHelps: true,
  }),
  unsupported: (name) => ({
    title: `This version of ${name} can’t be connected`,
    advice: 'Trying again will not help. Tell us, and we find another way, such as sending files.',
    retryHelps: false,
  }),
  access_revoked: (name) => ({
    title: 'Access was taken back',
    advice: `${name} does not let us read any more. Go on to give access anew.`,
    retryHelps: true,
  }),
  software_error: (name) => ({
    title: `${name} does not answer at the moment`,
    advice: 'The fault is not yours. Come back to your link in an hour or two: it stays good.',
    retryHelps: false,
  }),
  unknown: () => ({
    title: 'Something went wrong',
    advice:
      'What it was could not be found out; it need not be your doing. Try once more. If it happens again, tell us, and we look into it with Codat.',
    retryHelps: true,
  }),
};

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a customer is told of an attempt that failed; without a name it is “your software”. */
export const failureWords = (reason: FailureReason, software: string | null): Words => {
  const { title, advice, retryHelps } = WORDS[reason](software ?? 'your software');
  return { title: sentence(title), advice: sentence(advice), retryHelps };
};
