import type { FailureReason } from '../journey/failure-reasons.ts';

/** What customers are told of a failed attempt: what happened, and what to do now. */
export const REASON_WORDS: Record<FailureReason, string> = {
  cancelled:
    'Last time the connection was stopped before it was finished. That is quite all right: nothing was shared, and ' +
    'the link takes you back to where you were.',
  abandoned:
    'You had begun to connect, and it was not finished. The link takes you back to where you were; it does not start ' +
    'from the beginning.',
  not_administrator:
    'Last time the software answered that the person who signed in may not connect other apps. Someone with ' +
    'administrator rights has to do this step, or give you those rights first.',
  credentials_rejected:
    'Last time the sign-in was not accepted. Please check user name and password on the software’s own page first, ' +
    'and have your second factor at hand.',
  setup_incomplete:
    'Last time the software answered that something has to be switched on in its settings before it can be connected. ' +
    'An administrator of the software can do that; what is needed is listed below.',
  connector_blocked:
    'Last time the small program that reads your books could not be installed, or could not reach the internet. A ' +
    'firewall or antivirus is the usual cause, and your IT can let it through.',
  link_expired: 'The link you had was no longer valid. This one works, and keeps working.',
  wrong_entity:
    'Last time another company seems to have been connected than the one we know you by. Please choose the right ' +
    'company when the software asks which one.',
  unsupported:
    'Your version of the software can’t be connected this way. That is not your fault, and there is no need to try ' +
    'again: sending files does the same.',
  access_revoked:
    'The access you had given was taken back in your software, so nothing reaches us any more. If that was not meant, ' +
    'one approval brings it back.',
  software_error:
    'Last time the software itself had a fault. There is nothing wrong at your end; please give it a few hours.',
  unknown:
    'Last time something went wrong that the software did not explain. If it happens again, just reply and we will ' +
    'look at it together.',
};
