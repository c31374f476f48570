import { Typography } from '@mui/material';
import type { CustomerRecord } from '../../../src/api/customers/resource.ts';
import type { OverviewAnswer } from '../../../src/api/metrics/overview.ts';
import { DigestCard } from '../../../src/dashboard/account/DigestCard.tsx';
import { NameCard } from '../../../src/dashboard/account/NameCard.tsx';
import { PasswordCard } from '../../../src/dashboard/account/PasswordCard.tsx';
import { SessionsCard } from '../../../src/dashboard/account/SessionsCard.tsx';
import { ShortcutsCard } from '../../../src/dashboard/account/ShortcutsCard.tsx';
import { SentAlertsCard } from '../../../src/dashboard/alerts/SentAlertsCard.tsx';
import { ConnectionCard } from '../../../src/dashboard/codat/ConnectionCard.tsx';
import { FilterCard } from '../../../src/dashboard/codat/FilterCard.tsx';
import { OwnersCard } from '../../../src/dashboard/codat/OwnersCard.tsx';
import { FileCard } from '../../../src/dashboard/contact-imports/FileCard.tsx';
import { OutcomeCard } from '../../../src/dashboard/contact-imports/OutcomeCard.tsx';
import { ActivityCard } from '../../../src/dashboard/customers/ActivityCard.tsx';
import { AttemptsCard } from '../../../src/dashboard/customers/attempts/AttemptsCard.tsx';
import { ContactsCard } from '../../../src/dashboard/customers/contacts/ContactsCard.tsx';
import { JourneyCard } from '../../../src/dashboard/customers/JourneyCard.tsx';
import { LinkUrlCard } from '../../../src/dashboard/customers/links/LinkUrlCard.tsx';
import { NotesCard } from '../../../src/dashboard/customers/NotesCard.tsx';
import { OtherConnectionsCard } from '../../../src/dashboard/customers/OtherConnectionsCard.tsx';
import { RaisedCasesCard } from '../../../src/dashboard/customers/RaisedCasesCard.tsx';
import { SoftwareCard } from '../../../src/dashboard/customers/SoftwareCard.tsx';
import { SubsidiariesCard } from '../../../src/dashboard/customers/SubsidiariesCard.tsx';
import { TimelineCard } from '../../../src/dashboard/customers/TimelineCard.tsx';
import { EmailTemplateEdit } from '../../../src/dashboard/email-templates/EmailTemplateEdit.tsx';
import { IncidentCard } from '../../../src/dashboard/incidents/IncidentCard.tsx';
import { ActionsCard } from '../../../src/dashboard/overview/ActionsCard.tsx';
import { CurveCard } from '../../../src/dashboard/overview/CurveCard.tsx';
import { DropoffCard } from '../../../src/dashboard/overview/comparisons/DropoffCard.tsx';
import { ManagersCard } from '../../../src/dashboard/overview/comparisons/ManagersCard.tsx';
import { FailingSoftwareCard } from '../../../src/dashboard/overview/FailingSoftwareCard.tsx';
import { FunnelCard } from '../../../src/dashboard/overview/funnel/FunnelCard.tsx';
import { StuckReasonsCard } from '../../../src/dashboard/overview/stuck/StuckReasonsCard.tsx';
import { WeeklyCard } from '../../../src/dashboard/overview/WeeklyCard.tsx';
import { GroupCard } from '../../../src/dashboard/portfolio/GroupCard.tsx';
import { SummaryCard } from '../../../src/dashboard/portfolio/SummaryCard.tsx';
import { PortfolioCard } from '../../../src/dashboard/settings/PortfolioCard.tsx';
import { SettingsPage } from '../../../src/dashboard/settings/SettingsPage.tsx';
import {
  countColumn,
  figuresOf,
  textColumn,
} from '../../../src/dashboard/shared/figures/figuresOf.tsx';
import { GuideCard } from '../../../src/dashboard/shared/guides/GuideCard.tsx';
import { ChartCard } from '../../../src/dashboard/shared/metrics/ChartCard.tsx';
import { MetricsCard } from '../../../src/dashboard/shared/metrics/MetricsCard.tsx';
import { useMetrics } from '../../../src/dashboard/shared/metrics/useMetrics.ts';
import type { Scope } from '../../../src/dashboard/shared/metrics/useScope.ts';
import { NextActionCard } from '../../../src/dashboard/shared/next-action/NextActionCard.tsx';
import { SectionCard } from '../../../src/dashboard/shared/SectionCard.tsx';
import { ReasonsCard } from '../../../src/dashboard/software/reasons/ReasonsCard.tsx';
import { StepsCard } from '../../../src/dashboard/software/StepsCard.tsx';
import { StuckCustomersCard } from '../../../src/dashboard/software/StuckCustomersCard.tsx';
import { RecentEvents } from '../../../src/dashboard/stuck/RecentEvents.tsx';
import { InvitationsCard } from '../../../src/dashboard/team/InvitationsCard.tsx';
import { WorkingTimeCard } from '../../../src/dashboard/thresholds/WorkingTimeCard.tsx';
import { toInstant } from '../../../src/journey/instant.ts';
import { NAMED_PERIODS } from '../../../src/journey/metrics/named-period.ts';
import type { Entry } from '../entry.ts';
import { INCIDENT } from '../incident.ts';
import type { Subjects } from '../subjects.ts';

/** A year, so that the samples contain every kind of data. */
export const YEAR: Scope = {
  period: NAMED_PERIODS['12-months']({ now: toInstant(Date.now()), timeZone: 'UTC' }),
  software: null,
  accountManagerId: null,
};

const of = ({ software }: Subjects): Scope => ({ ...YEAR, software: software.id });

const OTHERS: CustomerRecord['otherConnections'] = [
  { id: 'bank', sourceType: 'Banking', name: 'Plaid', status: 'linked' },
  { id: 'feed', sourceType: 'BankFeed', name: null, status: 'pending' },
  { id: 'expense', sourceType: 'Expense', name: 'Partner Expense', status: 'disconnected' },
];

const StuckReasons = () => (
  <StuckReasonsCard overview={useMetrics('overview', YEAR)} scope={YEAR} />
);

const figures = ({ stuckNow }: OverviewAnswer) =>
  figuresOf([stuckNow], () => 'stuck', [
    textColumn('What', () => 'Stuck'),
    countColumn('Customers', ({ count }) => count),
  ]);

const Numbers = () => (
  <MetricsCard title="Some numbers" answer={useMetrics('overview', YEAR)} figures={figures}>
    {({ stuckNow }) => <Typography>{`${stuckNow.count} stuck`}</Typography>}
  </MetricsCard>
);

const Chart = () => (
  <ChartCard title="A chart" answer={useMetrics('overview', YEAR)} figures={figures}>
    {({ stuckNow }) => <Typography>{`${stuckNow.count} stuck`}</Typography>}
  </ChartCard>
);

const PORTFOLIO = { period: YEAR.period };

const BecameStuck = () => (
  <GroupCard group="becameStuck" answer={useMetrics('portfolio', PORTFOLIO)} scope={YEAR} />
);

const Summary = () => (
  <SummaryCard
    answer={useMetrics('portfolio', PORTFOLIO)}
    whose="Lena Hart’s customers"
    timeZone="UTC"
  />
);

export const cards = {
  ActionsCard: { show: () => <ActionsCard scope={YEAR} /> },
  ActivityCard: { show: ({ customer }) => <ActivityCard customerId={customer.id} /> },
  AttemptsCard: { show: ({ customer }) => <AttemptsCard customerId={customer.id} /> },
  ConnectionCard: { show: ({ codatSettings }) => <ConnectionCard settings={codatSettings} /> },
  ContactsCard: { show: ({ customer }) => <ContactsCard customer={customer} /> },
  // Shown within its page, which loads the record.
  ContentCard: {
    route: { pattern: '/email-templates/:id', path: '/email-templates/reminder' },
    show: () => <EmailTemplateEdit />,
  },
  CurveCard: { show: () => <CurveCard scope={YEAR} headline={14} /> },
  DigestCard: { show: () => <DigestCard /> },
  DropoffCard: { show: () => <DropoffCard scope={YEAR} /> },
  FailingSoftwareCard: { show: () => <FailingSoftwareCard scope={YEAR} /> },
  FileCard: { show: () => <FileCard /> },
  FilterCard: { show: () => <FilterCard /> },
  FunnelCard: { show: () => <FunnelCard scope={YEAR} /> },
  GroupCard: { show: () => <BecameStuck /> },
  GuideCard: { show: ({ software }) => <GuideCard title="Guide" software={software} /> },
  InvitationsCard: { show: () => <InvitationsCard /> },
  IncidentCard: { show: () => <IncidentCard incident={INCIDENT} /> },
  JourneyCard: {
    show: ({ customer }) => <JourneyCard customer={customer} />,
    emptyData: 'samples',
  },
  LinkUrlCard: { show: ({ customer }) => <LinkUrlCard customer={customer} /> },
  ManagersCard: { show: () => <ManagersCard scope={YEAR} /> },
  MetricsCard: { show: () => <Numbers /> },
  NameCard: { show: () => <NameCard /> },
  PasswordCard: { show: () => <PasswordCard /> },
  ShortcutsCard: { show: () => <ShortcutsCard /> },
  SentAlertsCard: { show: () => <SentAlertsCard /> },
  SessionsCard: { show: () => <SessionsCard /> },
  NextActionCard: { show: ({ customer }) => <NextActionCard customer={customer} /> },
  NotesCard: { show: ({ customer }) => <NotesCard customerId={customer.id} /> },
  OtherConnectionsCard: {
    show: ({ customer }) => (
      <OtherConnectionsCard customer={{ ...customer, otherConnections: OTHERS }} />
    ),
  },
  OutcomeCard: { show: ({ contactImport }) => <OutcomeCard one={contactImport} /> },
  OwnersCard: { show: () => <OwnersCard /> },
  PortfolioCard: { show: () => <PortfolioCard /> },
  ChartCard: { show: () => <Chart /> },
  // Shown within its page, which loads the record.
  ConversionCard: {
    route: { pattern: '/settings', path: '/settings' },
    show: () => <SettingsPage />,
  },
  ReasonsCard: {
    show: (subjects) => <ReasonsCard software={subjects.software.id} scope={of(subjects)} />,
  },
  SectionCard: { show: () => <SectionCard title="Title">Content</SectionCard> },
  // Shown within its page, which loads the record.
  SenderCard: {
    route: { pattern: '/settings', path: '/settings' },
    show: () => <SettingsPage />,
  },
  SoftwareCard: { show: ({ customer }) => <SoftwareCard customer={customer} /> },
  StepsCard: {
    show: (subjects) => <StepsCard software={subjects.software.id} scope={of(subjects)} />,
  },
  StuckCustomersCard: { show: (subjects) => <StuckCustomersCard scope={of(subjects)} /> },
  StuckReasonsCard: { show: () => <StuckReasons /> },
  RaisedCasesCard: {
    show: ({ raisedCase }) => <RaisedCasesCard customerId={raisedCase.customerId} />,
  },
  SubsidiariesCard: { show: ({ parentId }) => <SubsidiariesCard customerId={parentId} /> },
  SummaryCard: { show: () => <Summary /> },
  RecentEvents: { show: ({ customer }) => <RecentEvents customer={customer} /> },
  TimelineCard: { show: ({ customer }) => <TimelineCard customerId={customer.id} /> },
  WeeklyCard: { show: () => <WeeklyCard scope={YEAR} /> },
  WorkingTimeCard: { show: () => <WorkingTimeCard /> },
} satisfies Record<string, Entry>;
