/** The stages of a journey in the order in which they are reached: five steps, two before, one after. */
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

/** What people read. The same words in the queue, on the customer's page, in mails and in exports. */
export const STAGE_LABELS: Record<Stage, string> = {
  created: 'Not invited',
  invited: 'Invited',
  opened: 'Link opened',
  selected: 'Software selected',
  initiated: 'Connection initiated',
  authorized: 'Access approved',
  completed: 'Completed',
  streaming: 'Data streaming',
};

/** 0 for `created` up to 7 for `streaming`. */
export const stageNumber = (stage: Stage): number => STAGES.indexOf(stage);

export const hasReached = (stage: Stage, wanted: Stage): boolean =>
  stageNumber(stage) >= stageNumber(wanted);

/** Connected: the customer approved access. A disconnection starts a new journey, so the stage says it all. */
export const isConnected = (stage: Stage): boolean => hasReached(stage, 'authorized');
