/** A structured log, as pino offers it. */
export type Log = Record<'info' | 'warn' | 'error', (details: object, message: string) => void>;
