/** Our own short instructions for one software, to read out on a call or to put into an e-mail. */
export type Guide = {
  /** Codat's integration key. */
  software: string;
  /** One instruction each, in the order in which the customer follows them. */
  steps: readonly string[];
  /** What often goes wrong: what the customer sees, and what helps. */
  pitfalls: readonly { sign: string; remedy: string }[];
};
