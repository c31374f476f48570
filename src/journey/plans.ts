import type { ContactRole } from './contacts.ts';
import type { FailureReason } from './failure-reasons.ts';
import type { EmailTemplate } from './outreach.ts';
import type { SIGN_INS } from './software-entry.ts';
import type { StuckReason } from './stuck.ts';

/** One thing to do for a customer, and why it can help. */
export type Move =
  | { kind: 'send'; template: EmailTemplate; to: ContactRole; because: string }
  | { kind: 'call'; to: ContactRole; because: string }
  | { kind: 'raise'; because: string }
  | { kind: 'wait'; because: string };

/** What to do one after the other, as long as the customer shows no sign of life. */
export type Plan = readonly [Move, ...Move[]];

const send = (template: EmailTemplate, to: ContactRole, because: string): Move => ({
  kind: 'send',
  template,
  to,
  because,
});
const call = (because: string, to: ContactRole = 'main'): Move => ({ kind: 'call', to, because });

/** For each reason why an attempt failed. No plan sends a link where a link can't help. */
export const PLANS_AFTER_FAILURE: Record<FailureReason, Plan> = {
  cancelled: [
    send(
      'reminder',
      'main',
      'They cancelled. Their own link with answers to common worries invites them back.',
    ),
    call('They cancelled, and did not come back. Ask what held them up.'),
  ],
  abandoned: [
    send(
      'reminder',
      'main',
      'They left in the middle. Their own link takes them back to where they were.',
    ),
    call('They left in the middle. Offer to go through it together.'),
  ],
  not_administrator: [
    send(
      'administrator',
      'administrator',
      'Only an administrator of the software can approve. Another link to the same person can’t help.',
    ),
    call(
      'Ask who administers the software, and whether they have seen the e-mail.',
      'administrator',
    ),
  ],
  credentials_rejected: [
    send('guide', 'main', 'Their login was rejected. The guide says which one is needed.'),
    call('Their login was rejected. Go through it together, with the second factor at hand.'),
  ],
  setup_incomplete: [
    send(
      'administrator',
      'administrator',
      'Something has to be switched on in the software first, which only its administrator can do.',
    ),
    call('Go through the checklist for the software with its administrator.', 'administrator'),
  ],
  connector_blocked: [
    send('it', 'it', 'Something keeps the connector from running. Their IT has to allow it.'),
    call('Install the connector together, with someone from their IT.', 'it'),
  ],
  link_expired: [
    send('link', 'main', 'Their link had expired. Ours does not.'),
    call('Send them the link while they are on the phone.'),
  ],
  wrong_entity: [
    call('Confirm which company is to be connected, before they try again.'),
    send('reminder', 'main', 'Their own link lets them choose the right company.'),
  ],
  unsupported: [
    send(
      'file-upload',
      'main',
      'Their software or edition can’t be connected. Files are the way; a link is none.',
    ),
    call('Their software can’t be connected. Agree on files, or close the case.'),
  ],
  access_revoked: [
    send(
      'reconnect',
      'main',
      'Access was withdrawn. They need to know why it is wanted, and approve again.',
    ),
    call('Access was withdrawn. Ask whether that was meant.'),
  ],
  software_error: [
    {
      kind: 'wait',
      because: 'The software itself had an error. Trying again now fails again; a link can’t help.',
    },
  ],
  unknown: [
    call('Nobody knows why it failed. Let them show you, and note what the screen says.'),
    {
      kind: 'raise',
      because: 'It failed without a reason. Raise it with Codat, with the text as received.',
    },
  ],
};

/** For each way of being stuck without a failure. */
export const PLANS: Record<Exclude<StuckReason, 'attempt_failed' | 'repeated_failures'>, Plan> = {
  not_invited: [
    send('link', 'main', 'Nobody has sent them their link yet.'),
    call('Tell them that the link is in their inbox.'),
  ],
  link_unopened: [
    send('reminder', 'main', 'They have not opened the link.'),
    call('They opened no link so far. Ask whether the e-mails arrive.'),
  ],
  no_software_selected: [
    call('They opened the link and chose no software. Ask which one they use.'),
    send('reminder', 'main', 'They opened the link and chose no software.'),
  ],
  not_initiated: [
    send(
      'guide',
      'main',
      'They chose their software and went no further. The guide says what to have ready.',
    ),
    call('They chose their software and went no further. Offer to go through it together.'),
  ],
  approval_pending: [
    send('guide', 'main', 'They are at the software’s own page. The guide says what to do there.'),
    call('They got stuck at the software’s own page. Let them share their screen.'),
  ],
  no_data: [
    {
      kind: 'raise',
      because:
        'They have done their part, but no data was read. That is for Codat or us to find out.',
    },
  ],
  disconnected: [
    send('reconnect', 'main', 'Access has ended. They need to approve it again, and to know why.'),
    call('Access has ended. Ask whether that was meant.'),
  ],
};

const TO_THE_ADMINISTRATOR: Plan = [
  send(
    'administrator',
    'administrator',
    'In this software an administrator has to prepare the connection.',
  ),
  call('Go through the checklist for the software with its administrator.', 'administrator'),
];

/** Where approval hangs on someone other than the main contact, by how the software is signed in to. */
export const PLANS_FOR_APPROVAL: Partial<Record<(typeof SIGN_INS)[number], Plan>> = {
  'oauth+extension': TO_THE_ADMINISTRATOR,
  'token+bundle': TO_THE_ADMINISTRATOR,
  credentials: TO_THE_ADMINISTRATOR,
  connector: [
    call('The connector has to be installed on their computer. Do it together.'),
    send('guide', 'main', 'The guide says how the connector is installed.'),
  ],
};

/** On-premise software that yields no data: the computer is off, or the connector closed. */
export const PLAN_FOR_SILENT_CONNECTOR: Plan = [
  call('No data was read. Ask whether the computer is on overnight and the connector open.'),
  {
    kind: 'raise',
    because: 'Computer and connector run, but no data was read. Raise it with Codat.',
  },
];

/** After several failures in a row writing has shown not to be enough. */
export const PLAN_AFTER_REPEATED_CANCELS: Plan = [
  call('They tried several times and gave up each time. Ask what holds them up.'),
  send(
    'reminder',
    'main',
    'They tried several times. Their own link takes them back to where they were.',
  ),
];
