/** After this long without a heartbeat, another server takes over a job. It is pg-boss’s minimum. */
export const HEARTBEAT_SECONDS = 10;
