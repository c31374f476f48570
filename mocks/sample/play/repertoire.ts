import type { ReportedReason } from '../../../src/journey/failure-reasons.ts';
import { isReported, REPORTED_REASONS } from '../../codat/world/failures.ts';
import { INCIDENT } from '../behaviour/incident.ts';
import type { Named } from '../identities/names.ts';
import {
  changedTheirMind,
  declined,
  isDuplicate,
  isNotOurs,
  left,
  reopenedRecently,
  sendsFiles,
} from '../stories/endings.ts';
import {
  approvedRecently,
  finishedRecently,
  initiatedRecently,
  invitedRecently,
  isNew,
  isSnoozed,
  openedRecently,
  selectedRecently,
} from '../stories/in-progress.ts';
import {
  gotThrough,
  gotThroughEventually,
  ranIntoOutage,
  wasConnected,
} from '../stories/incident.ts';
import { cameBack, reconnected, recovered, switchedSoftware } from '../stories/recoveries.ts';
import {
  hasFailed,
  hasLostAccess,
  hasNotApproved,
  hasNotOpened,
  hasNotSelected,
  hasNotStarted,
  isNotInvited,
  type Scene,
  waitsForData,
} from '../stories/stuck.ts';

export type Role = {
  story: Scene;
  /** Canonical keys of the software it can use; any if unset. */
  software?: readonly string[];
  /** The first customer to play it. */
  as?: Named;
  /** Whether it is the same business as the customer before. */
  again?: true;
};

const CLOUD = ['gbol', 'qhyg', 'tgff', 'fbrh'];
const NETSUITE = ['akxx'];
const SAGE_200 = [INCIDENT.software];
const CONNECTORS = ['hbql', 'pqsw'];

/** At least one for each reason to be stuck. */
const STUCK: Role[] = [
  {
    story: hasFailed(Array(3).fill('connector_blocked'), 2, 2.5),
    software: ['hbql'],
    as: { name: 'Larkspur Foods Ltd', contactName: 'Dana Whitlock', region: 'uk' },
  },
  {
    story: hasFailed(['not_administrator', 'not_administrator'], 6, 6.5),
    software: NETSUITE,
    as: { name: 'Brennan & Osei LLP', contactName: 'Kofi Osei', region: 'uk' },
  },
  {
    story: waitsForData(50, 52),
    software: ['gbol'],
    as: { name: 'Hairosmith', contactName: 'Ana Prieto', region: 'eu' },
  },
  {
    story: hasNotApproved(25, 26),
    software: ['trji'],
    as: { name: 'Møller Træ A/S', contactName: 'Jens Møller', region: 'eu' },
  },
  {
    story: ranIntoOutage(2),
    software: SAGE_200,
    as: { name: 'Abra Kedabra (UK)', contactName: 'Priya Nair', region: 'uk' },
  },
  {
    story: hasNotStarted(140, 145),
    software: ['pqsw'],
    as: { name: 'Quarry Lane Dental', contactName: 'Tom Ellery', region: 'us' },
  },
  {
    story: hasNotSelected(48, 50),
    as: { name: '株式会社ミナト', contactName: '佐藤 恵', region: 'apac' },
  },
  {
    story: hasNotOpened(166, 170),
    as: { name: 'Oakhurst Logistics', contactName: 'Ruth Adeyemi', region: 'uk' },
  },
  { story: hasLostAccess('Deauthorized'), software: CLOUD },
  { story: isNotInvited },
];

/** Customers of the software with the outage. Nine of their fourteen attempts fail. */
const IN_THE_INCIDENT: Role[] = [
  ranIntoOutage(1),
  gotThrough,
  ranIntoOutage(2),
  gotThrough,
  ranIntoOutage(1),
  gotThroughEventually,
  ranIntoOutage(1),
  gotThrough,
  ranIntoOutage(1),
  gotThrough,
].map((story) => ({ story, software: SAGE_200 }));

/** Customers of the same software in the weeks before, when about one attempt in nine failed. */
const BEFORE_THE_INCIDENT: Role[] = [
  wasConnected(2),
  recovered('credentials_rejected', 4),
  wasConnected(6),
  wasConnected(8),
  wasConnected(9),
  wasConnected(12),
  wasConnected(15),
  recovered('not_administrator', 18),
  wasConnected(20),
  wasConnected(23),
  wasConnected(26),
].map((story) => ({ story, software: SAGE_200 }));

const MORE_STUCK: Role[] = [
  { story: hasNotOpened(75, 110) },
  { story: hasNotSelected(25, 70) },
  { story: hasNotSelected(30, 120) },
  { story: hasNotStarted(26, 80), software: CLOUD },
  { story: hasNotApproved(5, 20), software: CLOUD },
  { story: hasNotOpened(80, 200) },
  { story: hasFailed(['unsupported'], 2, 30), software: ['vxvy', 'knfz'] },
  { story: hasNotSelected(26, 50) },
  { story: isNotInvited },
  { story: hasNotStarted(190, 230), software: CLOUD },
  { story: hasLostAccess('Unlinked'), software: CLOUD },
  { story: hasNotOpened(90, 160) },
  { story: hasFailed(Array(4).fill('credentials_rejected'), 1.5, 8), software: ['pdvj'] },
  { story: waitsForData(60, 90), software: CONNECTORS },
];

const IN_PROGRESS: Role[] = [
  { story: approvedRecently, software: CLOUD },
  { story: finishedRecently, software: CLOUD },
  { story: initiatedRecently },
  { story: selectedRecently },
  { story: openedRecently },
  { story: invitedRecently },
  { story: isNew },
  { story: invitedRecently },
  { story: selectedRecently },
  { story: openedRecently },
  {
    story: isSnoozed(hasNotApproved(30, 60), 3, 'Their admin is on leave, back in three days.'),
    software: NETSUITE,
  },
  {
    story: isSnoozed(
      hasNotSelected(40, 90),
      7,
      'They’re switching software next week. Call again then.',
    ),
  },
];

/** How many days ago customers recovered from a failure, and with which software. */
const RECOVERIES: Partial<Record<ReportedReason, [daysAgo: number, software: readonly string[]]>> =
  {
    link_expired: [12, CONNECTORS],
    wrong_entity: [33, ['pbbf']],
    unknown: [8, CLOUD],
    cancelled: [5, CLOUD],
    setup_incomplete: [21, NETSUITE],
    not_administrator: [40, ['trji', 'rqwd']],
    connector_blocked: [17, CONNECTORS],
    software_error: [47, ['tgff']],
    credentials_rejected: [26, ['pdvj']],
  };

/** From `unsupported` no one recovers. */
const RECOVERED: Role[] = [
  ...Object.keys(RECOVERIES).filter(isReported),
  ...REPORTED_REASONS.filter((reason) => reason !== 'unsupported' && !(reason in RECOVERIES)),
].map((reason) => {
  const [daysAgo, software] = RECOVERIES[reason] ?? [10, CLOUD];
  return { story: recovered(reason, daysAgo), software };
});

const OTHER_ENDINGS: Role[] = [
  { story: sendsFiles(15), software: ['vxvy', 'rqwd'] },
  { story: declined(30) },
  { story: isDuplicate(9), again: true },
  { story: isNotOurs(20) },
  { story: changedTheirMind(11), software: CLOUD },
  { story: reopenedRecently },
  { story: left(14), software: CLOUD },
  { story: reconnected('Deauthorized', 10), software: CLOUD },
  { story: reconnected('Unlinked', 24), software: ['tgff'] },
  { story: switchedSoftware('tgff', 13), software: ['hbql'] },
  { story: cameBack(34), software: CLOUD },
  { story: cameBack(60), software: ['trji'] },
  { story: sendsFiles(50), software: ['knfz', 'tgff'] },
];

/** Stories present on any day, so that everything the product can show has an example. */
export const REPERTOIRE: readonly Role[] = [
  ...STUCK,
  ...IN_THE_INCIDENT,
  ...IN_PROGRESS,
  ...BEFORE_THE_INCIDENT,
  ...MORE_STUCK,
  ...RECOVERED,
  ...OTHER_ENDINGS,
];
