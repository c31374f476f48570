// Apart from the resource, because the server’s configuration needs it alone.

/** In characters. */
export const MIN_PASSWORD_LENGTH = 12;
export const MAX_PASSWORD_LENGTH = 128;

export const TOO_SHORT = `At least ${MIN_PASSWORD_LENGTH} characters.`;
export const TOO_LONG = `At most ${MAX_PASSWORD_LENGTH} characters.`;
export const TOO_EASY =
  'Too easy to guess. Use several words that have nothing to do with each other or with you.';

/** Guesses, as a power of ten, that a password must withstand: years of them at the pace that attempts are limited to. */
const GUESSES_LOG10 = 9;

/** In characters. Judging longer texts takes too long, and a password that begins well needs no more. */
const JUDGED = 64;

/** The estimator and its lists of common passwords, half a megabyte that most requests don’t need. */
const loadEstimator = async () => {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
};

let estimator: ReturnType<typeof loadEstimator> | undefined;

/** Whether a password is common, a pattern, or made of the person’s name and address or ours. */
export const isEasyToGuess = async (
  password: string,
  { name, email }: { name: string; email: string },
): Promise<boolean> => {
  estimator ??= loadEstimator();
  const known = ['unstuck', email, name, ...`${email} ${name}`.split(/[^\p{L}\p{N}]+/u)];
  const { guessesLog10 } = (await estimator).check(password.slice(0, JUDGED), known);
  return guessesLog10 < GUESSES_LOG10;
};
