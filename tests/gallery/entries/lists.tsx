import { ActivityList } from '../../../src/dashboard/activity/ActivityList.tsx';
import { AlertList } from '../../../src/dashboard/alerts/AlertList.tsx';
import { ApiKeyList } from '../../../src/dashboard/api-keys/ApiKeyList.tsx';
import { SyncHistory } from '../../../src/dashboard/codat/SyncHistory.tsx';
import { ContactImportList } from '../../../src/dashboard/contact-imports/ContactImportList.tsx';
import { CustomerList } from '../../../src/dashboard/customers/CustomerList.tsx';
import { DeliveryList } from '../../../src/dashboard/deliveries/DeliveryList.tsx';
import { EmailTemplateList } from '../../../src/dashboard/email-templates/EmailTemplateList.tsx';
import { OutboxList } from '../../../src/dashboard/emails/OutboxList.tsx';
import { IncidentList } from '../../../src/dashboard/incidents/IncidentList.tsx';
import { RaisedCaseList } from '../../../src/dashboard/raised-cases/RaisedCaseList.tsx';
import { SoftwareList } from '../../../src/dashboard/software/SoftwareList.tsx';
import { StuckList } from '../../../src/dashboard/stuck/StuckList.tsx';
import { TeamList } from '../../../src/dashboard/team/TeamList.tsx';
import { ThresholdList } from '../../../src/dashboard/thresholds/ThresholdList.tsx';
import type { Entry } from '../entry.ts';

export const lists = {
  ActivityList: { resource: 'activity', show: () => <ActivityList /> },
  AlertList: {
    resource: 'alerts',
    route: { pattern: '/alerts', path: '/alerts' },
    show: () => <AlertList />,
  },
  ApiKeyList: {
    resource: 'api-keys',
    route: { pattern: '/api-keys', path: '/api-keys' },
    show: () => <ApiKeyList />,
  },
  ContactImportList: { resource: 'contact-imports', show: () => <ContactImportList /> },
  CustomerList: { resource: 'customers', show: () => <CustomerList /> },
  DeliveryList: {
    resource: 'deliveries',
    route: { pattern: '/deliveries', path: '/deliveries' },
    show: () => <DeliveryList />,
  },
  EmailTemplateList: {
    resource: 'email-templates',
    route: { pattern: '/email-templates', path: '/email-templates' },
    show: () => <EmailTemplateList />,
  },
  RaisedCaseList: { resource: 'raised-cases', show: () => <RaisedCaseList /> },
  IncidentList: { resource: 'incidents', show: () => <IncidentList /> },
  OutboxList: { resource: 'emails', show: () => <OutboxList /> },
  SoftwareList: { show: () => <SoftwareList /> },
  StuckList: { show: () => <StuckList /> },
  TeamList: {
    resource: 'users',
    route: { pattern: '/users', path: '/users' },
    show: () => <TeamList />,
  },
  ThresholdList: {
    route: { pattern: '/stuck-rules', path: '/stuck-rules' },
    show: () => <ThresholdList />,
  },
  SyncHistory: { show: () => <SyncHistory /> },
} satisfies Record<string, Entry>;
