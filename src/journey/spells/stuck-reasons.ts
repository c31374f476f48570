export const STUCK_REASONS = [
  'disconnected',
  'repeated_failures',
  'attempt_failed',
  'no_data',
  'approval_pending',
  'not_initiated',
  'no_software_selected',
  'link_unopened',
  'not_invited',
] as const;
export type StuckReason = (typeof STUCK_REASONS)[number];

/** Most urgent first: the order in which the queue is sorted. */
export const PRIORITIES = ['high', 'medium', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];
