import { pgEnum } from 'drizzle-orm/pg-core';
import { CLOSE_REASONS, EVENT_TYPES, SOURCES, WAITING_FOR } from '../../common/event-types.ts';
import { CONTACT_ROLES } from '../../journey/contacts.ts';
import { FAILURE_REASONS } from '../../journey/failure-reasons.ts';
import { ATTEMPT_OUTCOMES, JOURNEY_KINDS } from '../../journey/journey.ts';
import { CALL_OUTCOMES, EMAIL_TEMPLATES } from '../../journey/outreach.ts';
import { COMPLEXITIES } from '../../journey/software-entry.ts';
import { STAGES } from '../../journey/stages.ts';
import { PRIORITIES, STUCK_REASONS } from '../../journey/stuck.ts';

// PostgreSQL sorts enums in the order of their declaration: stages as reached, priorities most urgent first.
export const stageEnum = pgEnum('stage', STAGES);
export const priorityEnum = pgEnum('priority', PRIORITIES);
export const stuckReasonEnum = pgEnum('stuck_reason', STUCK_REASONS);
export const failureReasonEnum = pgEnum('failure_reason', FAILURE_REASONS);
export const journeyKindEnum = pgEnum('journey_kind', JOURNEY_KINDS);
export const attemptOutcomeEnum = pgEnum('attempt_outcome', ATTEMPT_OUTCOMES);
export const closeReasonEnum = pgEnum('close_reason', CLOSE_REASONS);
export const waitingForEnum = pgEnum('waiting_for', WAITING_FOR);
export const eventTypeEnum = pgEnum('event_type', EVENT_TYPES);
export const sourceEnum = pgEnum('source', SOURCES);
export const complexityEnum = pgEnum('complexity', COMPLEXITIES);
export const deliveryStateEnum = pgEnum('delivery_state', [
  'processed',
  'ignored',
  'not_understood',
  'waiting',
  'failed',
]);
export const syncKindEnum = pgEnum('sync_kind', ['full', 'changes']);
export const syncStateEnum = pgEnum('sync_state', [
  'running',
  'waiting',
  'done',
  'failed',
  'cancelled',
]);
export const presenceKindEnum = pgEnum('presence_kind', ['viewing', 'working']);
export const noteKindEnum = pgEnum('note_kind', ['note', 'call']);
export const callOutcomeEnum = pgEnum('call_outcome', CALL_OUTCOMES);
export const contactRoleEnum = pgEnum('contact_role', CONTACT_ROLES);
export const emailTemplateEnum = pgEnum('email_template', EMAIL_TEMPLATES);
export const emailStateEnum = pgEnum('email_state', ['queued', 'sent', 'failed', 'kept']);
export const importStateEnum = pgEnum('import_state', ['previewed', 'applied', 'undone']);
export const importOutcomeEnum = pgEnum('import_outcome', ['change', 'unchanged', 'faulty']);
