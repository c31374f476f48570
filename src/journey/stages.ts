/** The stages of a journey in order: the five steps of Codat’s flow, two before them and one after. */
export const STAGES = [
  'created',
  'invited',
  'opened',
  'selected',
  'initiated',
  'authorized',
  'completed',
  'streaming',
] as const;

export type Stage = (typeof STAGES)[number];

/** The same words in the queue, on the customer’s page, in emails and in exports. */
export const STAGE_LABELS: Record<Stage, string> = {
  created: 'Not invited',
  invited: 'Invited',
  opened: 'Link opened',
  selected: 'Software selected',
  initiated: 'Connection started',
  authorized: 'Access approved',
  completed: 'Finished',
  streaming: 'Syncing data',
};

/** 0 for `created` up to 7 for `streaming`. */
export const stageNumber = (stage: Stage): number => STAGES.indexOf(stage);

export const hasReached = (stage: Stage, target: Stage): boolean =>
  stageNumber(stage) >= stageNumber(target);

/** Whether the customer approved access. A disconnection starts a new journey, so the stage alone decides. */
export const isConnected = (stage: Stage): boolean => hasReached(stage, 'authorized');
