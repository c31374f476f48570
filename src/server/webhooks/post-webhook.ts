import type { PostWebhook } from '../../alerts/messages/deliver.ts';
import { cut } from '../../common/cut.ts';
import type { Outcome } from '../../email/mailer.ts';
import { oneLine } from '../../email/text.ts';
import { PrivateHost, postJson } from './post-json.ts';

/** Until the whole answer is there. */
const DEADLINE_MS = 10_000;

/** Of the receiver’s answer, in characters: Slack’s are words such as `no_service`. */
const LONGEST_REASON = 100;

/** Those that say: later. All others but success are about the address or the message, and last. */
const isPassing = (status: number): boolean => [408, 425, 429].includes(status) || status >= 500;

const answered = (status: number, text: string): Outcome => {
  if (status >= 200 && status < 300) return { sent: true };
  if (status >= 300 && status < 400)
    return {
      sent: false,
      permanent: true,
      problem: 'The webhook redirects. Enter its new address.',
    };
  const reason = cut(oneLine(text), LONGEST_REASON);
  const problem = `The webhook answered ${status}${reason && `: ${reason}`}`;
  return { sent: false, permanent: !isPassing(status), problem };
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** In our own words: those of Node may quote the address, which is a secret. */
const failed = (error: unknown, milliseconds: number): Outcome => {
  if (error instanceof PrivateHost)
    return {
      ...{ sent: false, permanent: true },
      problem: 'The webhook is at a private address. Set PRIVATE_WEBHOOKS=on to allow these.',
    };
  const code = codeOf(error);
  const late = code === 'ABORT_ERR';
  const problem = late
    ? `The webhook didn’t answer within ${milliseconds / 1000} s.`
    : `The webhook can’t be reached (${code || 'unknown error'}).`;
  return { sent: false, permanent: false, problem };
};

type Options = {
  /** Whether webhooks may be at private addresses, and without TLS. */
  anywhere: boolean;
  milliseconds?: number;
};

/** Posts to webhooks. Always answers in time, whatever the receiver does. */
export const createPostWebhook =
  ({ anywhere, milliseconds = DEADLINE_MS }: Options): PostWebhook =>
  async (address, body) => {
    const url = URL.parse(address);
    const isAllowed = url?.protocol === 'https:' || (anywhere && url?.protocol === 'http:');
    if (!url || !isAllowed)
      return { sent: false, permanent: true, problem: 'The webhook must begin with https://.' };
    try {
      const signal = AbortSignal.timeout(milliseconds);
      const { status, text } = await postJson({
        ...{ url, anywhere, signal, body: JSON.stringify(body) },
      });
      return answered(status, text);
    } catch (error) {
      return failed(error, milliseconds);
    }
  };
