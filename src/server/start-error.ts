/** A reason why the server can't start: one sentence that says what to change. */
export class StartError extends Error {}
