import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ResourceName } from '../common/permissions.ts';
import { activityResource } from './activity/resource.ts';
import { alertMessagesResource } from './alert-messages/resource.ts';
import { alertsResource } from './alerts/resource.ts';
import { apiKeysResource } from './api-keys/resource.ts';
import { attemptsResource } from './attempts/resource.ts';
import { codatChecksResource } from './codat-checks/resource.ts';
import { contactImportLinesResource } from './contact-imports/lines-resource.ts';
import { contactImportsResource } from './contact-imports/resource.ts';
import { customersResource } from './customers/resource.ts';
import { deliveriesResource } from './deliveries/resource.ts';
import { digestSettingsResource } from './digest-settings/resource.ts';
import { emailTemplatesResource } from './email-templates/resource.ts';
import { emailsResource } from './emails/resource.ts';
import { eventsResource } from './events/resource.ts';
import { incidentsResource } from './incidents/resource.ts';
import { invitationsResource } from './invitations/resource.ts';
import { journeysResource } from './journeys/resource.ts';
import type { Resource, Row } from './kit/resource.ts';
import { resourceRoutes } from './kit/routes.ts';
import { linksResource } from './links/resource.ts';
import { notesResource } from './notes/resource.ts';
import type { Ports } from './ports.ts';
import { presenceResource } from './presence/resource.ts';
import { raisedCasesResource } from './raised-cases/resource.ts';
import type { Env } from './session/session.ts';
import { sessionsResource } from './sessions/resource.ts';
import { codatOwnersResource } from './settings/codat-owners.ts';
import { codatSettingsResource } from './settings/codat-settings.ts';
import { workspaceSettingsResource } from './settings/workspace-settings.ts';
import { softwareResource } from './software/resource.ts';
import { stuckRulesResource } from './stuck-rules/resource.ts';
import { syncsResource } from './syncs/resource.ts';
import { usersResource } from './users/resource.ts';
import { viewsResource } from './views/resource.ts';

type Routes = (ports: Ports) => OpenAPIHono<Env>;

const routes =
  <R extends Row>(resource: Resource<R>): Routes =>
  (ports) =>
    resourceRoutes(ports, resource);

/** The routes of every resource; `metrics` has no records. */
export const RESOURCE_ROUTES: Record<Exclude<ResourceName, 'metrics'>, Routes> = {
  customers: routes(customersResource),
  journeys: routes(journeysResource),
  attempts: routes(attemptsResource),
  events: routes(eventsResource),
  software: routes(softwareResource),
  notes: routes(notesResource),
  emails: routes(emailsResource),
  'email-templates': routes(emailTemplatesResource),
  users: routes(usersResource),
  'stuck-rules': routes(stuckRulesResource),
  activity: routes(activityResource),
  deliveries: routes(deliveriesResource),
  'api-keys': routes(apiKeysResource),
  syncs: routes(syncsResource),
  'codat-checks': routes(codatChecksResource),
  'raised-cases': routes(raisedCasesResource),
  incidents: routes(incidentsResource),
  'codat-settings': routes(codatSettingsResource),
  'codat-owners': routes(codatOwnersResource),
  'contact-imports': routes(contactImportsResource),
  'contact-import-lines': routes(contactImportLinesResource),
  links: routes(linksResource),
  presence: routes(presenceResource),
  sessions: routes(sessionsResource),
  invitations: routes(invitationsResource),
  alerts: routes(alertsResource),
  'alert-messages': routes(alertMessagesResource),
  'digest-settings': routes(digestSettingsResource),
  'workspace-settings': routes(workspaceSettingsResource),
  views: routes(viewsResource),
};
