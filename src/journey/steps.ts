import { hasReached, STAGE_LABELS, type Stage } from './stages.ts';

export type StepState = 'done' | 'current' | 'failed' | 'connected' | 'todo';

/** The five steps of the connection journey, by the stage that completes each. */
export const STEPS = ['opened', 'selected', 'initiated', 'authorized', 'completed'] as const;

type Position = { stage: Stage; furthestStage: Stage; connected: boolean; failedAttempts: number };

/** The state of each of the given stages. */
export const stepStates = (position: Position, steps: readonly Stage[]): StepState[] => {
  const next = steps.find((step) => !hasReached(position.stage, step));
  return steps.map((step) => {
    if (hasReached(position.stage, step)) return position.connected ? 'connected' : 'done';
    if (step === 'authorized' && position.failedAttempts > 0) return 'failed';
    return step === next ? 'current' : 'todo';
  });
};

/** A journey’s stage and failures as text, for screen readers. */
export const describePosition = ({ stage, failedAttempts }: Position): string => {
  const failures = failedAttempts === 1 ? '1 failed attempt' : `${failedAttempts} failed attempts`;
  return failedAttempts > 0 ? `${STAGE_LABELS[stage]}, ${failures}` : STAGE_LABELS[stage];
};
