/**
 * How a form follows a record that changes while someone types: what they typed stays, and so does what is wrong with it.
 * A constant, because react-admin resets a form whenever it gets other options.
 */
export const KEEP_TYPED = { keepDirtyValues: true, keepErrors: true } as const;
