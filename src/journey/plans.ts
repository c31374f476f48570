import type { ContactRole } from './contacts.ts';
import type { FailureReason } from './failure-reasons.ts';
import type { EmailTemplate } from './outreach.ts';
import type { SIGN_INS } from './software-entry.ts';
import type { StuckReason } from './stuck.ts';

/** One action for a customer, and why it can help. */
export type Move =
  | { kind: 'send'; template: EmailTemplate; to: ContactRole; because: string }
  | { kind: 'call'; to: ContactRole; because: string }
  | { kind: 'raise'; because: string }
  | { kind: 'wait'; because: string };

/** Actions to take one after the other until the customer does something. */
export type Plan = readonly [Move, ...Move[]];

const send = (template: EmailTemplate, to: ContactRole, because: string): Move => ({
  kind: 'send',
  template,
  to,
  because,
});
const call = (because: string, to: ContactRole = 'main'): Move => ({ kind: 'call', to, because });

/** For each failure reason. No plan sends a link where a link can’t help. */
export const PLANS_AFTER_FAILURE: Record<FailureReason, Plan> = {
  cancelled: [
    send(
      'reminder',
      'main',
      'They cancelled. Send a link straight back to where they stopped, with answers to common questions.',
    ),
    call('They cancelled and didn’t come back. Ask what stopped them.'),
  ],
  abandoned: [
    send(
      'reminder',
      'main',
      'They left halfway. Their link takes them back to where they stopped.',
    ),
    call('They left halfway. Offer to walk through it together.'),
  ],
  not_administrator: [
    send(
      'administrator',
      'administrator',
      'Only an admin can approve access. Resending to the same person won’t help.',
    ),
    call('Ask who the admin is and whether they’ve seen the email.', 'administrator'),
  ],
  credentials_rejected: [
    send(
      'guide',
      'main',
      'Their sign-in was rejected. The guide explains which account they need.',
    ),
    call(
      'Their sign-in was rejected. Walk through it together. They’ll need their two-factor device.',
    ),
  ],
  setup_incomplete: [
    send(
      'administrator',
      'administrator',
      'A setting has to be enabled first. Only an admin can do that.',
    ),
    call('Go through the setup checklist with their admin.', 'administrator'),
  ],
  connector_blocked: [
    send('it', 'it', 'Something is blocking the connector. Their IT has to allow it.'),
    call('Install the connector together, with their IT on the call.', 'it'),
  ],
  link_expired: [
    send('link', 'main', 'Their link expired. Send one of ours, which doesn’t.'),
    call('Send the link while you’re on the phone.'),
  ],
  wrong_entity: [
    call('Confirm which company to connect before they try again.'),
    send('reminder', 'main', 'Their link lets them choose the right company.'),
  ],
  unsupported: [
    send(
      'file-upload',
      'main',
      'Their software or edition isn’t supported. Ask for files instead.',
    ),
    call('Their software isn’t supported. Agree on files, or close the case.'),
  ],
  access_revoked: [
    send(
      'reconnect',
      'main',
      'Access was revoked. Explain why we need it and ask them to approve again.',
    ),
    call('Access was revoked. Ask whether it was intentional.'),
  ],
  software_error: [
    {
      kind: 'wait',
      because: 'The software is having problems. Retrying now won’t help.',
    },
  ],
  unknown: [
    call('The cause is unknown. Ask them to share their screen and note the message.'),
    {
      kind: 'raise',
      because: 'No reason was given. Raise it with Codat and include the original error.',
    },
  ],
};

/** For each stuck reason that is not a failure. */
export const PLANS: Record<Exclude<StuckReason, 'attempt_failed' | 'repeated_failures'>, Plan> = {
  not_invited: [
    send('link', 'main', 'They haven’t been sent a link yet.'),
    call('Let them know the link is in their inbox.'),
  ],
  link_unopened: [
    send('reminder', 'main', 'They haven’t opened the link.'),
    call('They haven’t opened any link. Ask whether our emails arrive.'),
  ],
  no_software_selected: [
    call('They opened the link but didn’t choose their software. Ask what they use.'),
    send('reminder', 'main', 'They opened the link but didn’t choose their software.'),
  ],
  not_initiated: [
    send('guide', 'main', 'They chose their software and stopped. The guide lists what they need.'),
    call('They chose their software and stopped. Offer to walk through it together.'),
  ],
  approval_pending: [
    send(
      'guide',
      'main',
      'They’re on the software’s sign-in page. The guide explains the next steps.',
    ),
    call('They’re stuck on the software’s sign-in page. Ask them to share their screen.'),
  ],
  no_data: [
    {
      kind: 'raise',
      because: 'They’ve done their part, but no data has arrived. Codat or we need to investigate.',
    },
  ],
  disconnected: [
    send(
      'reconnect',
      'main',
      'The connection was lost. Explain why and ask them to approve again.',
    ),
    call('The connection was lost. Ask whether it was intentional.'),
  ],
};

const TO_THE_ADMINISTRATOR: Plan = [
  send('administrator', 'administrator', 'An admin has to set up this connection first.'),
  call('Go through the setup checklist with their admin.', 'administrator'),
];

/** Where approval depends on someone other than the main contact, by how the software is signed in to. */
export const PLANS_FOR_APPROVAL: Partial<Record<(typeof SIGN_INS)[number], Plan>> = {
  'oauth+extension': TO_THE_ADMINISTRATOR,
  'token+bundle': TO_THE_ADMINISTRATOR,
  credentials: TO_THE_ADMINISTRATOR,
  connector: [
    call('The connector has to be installed on their computer. Install it together.'),
    send('guide', 'main', 'The guide explains how to install the connector.'),
  ],
};

/** On-premise software that sends no data: the computer is off, or the connector is closed. */
export const PLAN_FOR_SILENT_CONNECTOR: Plan = [
  call('No data yet. Ask whether the computer stays on overnight with the connector running.'),
  {
    kind: 'raise',
    because: 'The computer and connector are running, but no data arrives. Raise it with Codat.',
  },
];

/** After several failures in a row with a cancelled or abandoned attempt last, when emails alone haven’t helped. */
export const PLAN_AFTER_REPEATED_CANCELS: Plan = [
  call('They tried several times and gave up. Ask what’s stopping them.'),
  send(
    'reminder',
    'main',
    'They tried several times. Their link takes them back to where they stopped.',
  ),
];
