import { OpenAPIHono } from '@hono/zod-openapi';
import { activityResource } from './activity/resource.ts';
import { attemptsResource } from './attempts/resource.ts';
import { attemptRoutes } from './attempts/routes.ts';
import { contactImportLinesResource } from './contact-imports/lines-resource.ts';
import { contactImportsResource } from './contact-imports/resource.ts';
import { customerPages } from './customer-pages/customer-pages.ts';
import { linkSharedRoutes } from './customers/link-shared.ts';
import { linkUrlRoutes } from './customers/link-url.ts';
import { customersResource } from './customers/resource.ts';
import { deliveriesResource } from './deliveries/resource.ts';
import { emailTemplatesResource } from './email-templates/resource.ts';
import { emailTemplateRoutes } from './email-templates/routes.ts';
import { emailsResource } from './emails/resource.ts';
import { emailRoutes } from './emails/routes.ts';
import { eventsResource } from './events/resource.ts';
import { healthRoutes } from './http/health.ts';
import { limitBody } from './http/limit-body.ts';
import { errorHandler, Problem } from './http/problem.ts';
import { requireSameOrigin } from './http/same-origin.ts';
import { linkEventRoutes } from './inbound/link-events.ts';
import { webhookRoutes } from './inbound/webhooks.ts';
import { journeysResource } from './journeys/resource.ts';
import { journeyRoutes } from './journeys/routes.ts';
import { resourceRoutes } from './kit/resource-routes.ts';
import { linksResource } from './links/resource.ts';
import { metricsRoutes } from './metrics/routes.ts';
import { notesResource } from './notes/resource.ts';
import type { Ports } from './ports.ts';
import { type Env, requireSession } from './session/session.ts';
import { codatSettingsResource } from './settings/codat-settings.ts';
import { linkPreviewRoutes } from './settings/link-page-preview.ts';
import { stuckRulesResource } from './settings/stuck-rules.ts';
import { workspaceSettingsResource } from './settings/workspace-settings.ts';
import { softwareResource } from './software/resource.ts';
import { streamRoutes } from './stream.ts';
import { syncsResource } from './syncs/resource.ts';
import { usersResource } from './users/resource.ts';

const RESOURCES = [
  customersResource,
  journeysResource,
  attemptsResource,
  eventsResource,
  softwareResource,
  notesResource,
  emailsResource,
  emailTemplatesResource,
  usersResource,
  stuckRulesResource,
  activityResource,
  deliveriesResource,
  syncsResource,
  codatSettingsResource,
  contactImportsResource,
  contactImportLinesResource,
  linksResource,
  workspaceSettingsResource,
];

/** The whole HTTP API. Hosts hand it requests: the Node server, a browser's service worker, tests. */
export const createApi = (ports: Ports): OpenAPIHono<Env> => {
  const app = new OpenAPIHono<Env>();
  app.onError(errorHandler(ports.log));
  app.use(limitBody);
  app.route('/', healthRoutes(ports));
  app.route('/', customerPages(ports));
  app.route('/webhooks', webhookRoutes(ports));
  app.route('/api/link-events', linkEventRoutes(ports));
  app.use('/api/*', requireSameOrigin(ports.publicUrl));
  app.on(['GET', 'POST'], '/api/auth/*', ({ req }) => ports.auth.handler(req.raw));
  const { demoSignIns, dataNotice } = ports;
  app.get('/api/sign-in-options', ({ json }) => json({ demoSignIns, dataNotice }));
  app.use('/api/*', requireSession(ports));
  app.route('/', linkUrlRoutes(ports));
  app.route('/api/journeys', journeyRoutes(ports));
  app.route('/api/attempts', attemptRoutes(ports));
  app.route('/', linkSharedRoutes(ports));
  app.route('/', linkPreviewRoutes(ports));
  app.route('/api/emails', emailRoutes(ports));
  app.route('/api/email-templates', emailTemplateRoutes(ports));
  app.route('/api/metrics', metricsRoutes(ports));
  app.route('/api/stream', streamRoutes(ports));
  for (const resource of RESOURCES)
    app.route(`/api/${resource.name}`, resourceRoutes(ports, resource));
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Unstuck',
      version: '1',
      description: 'The support desk for connection journeys.',
    },
  });
  app.all('/api/*', ({ req }) => {
    throw new Problem(404, `There is nothing at ${req.path}.`);
  });
  return app;
};
