import { OpenAPIHono } from '@hono/zod-openapi';
import { attemptRoutes } from './attempt-routes.ts';
import { customerPages } from './customer-pages/customer-pages.ts';
import { emailTemplateRoutes } from './email-templates/routes.ts';
import { emailRoutes } from './emails/routes.ts';
import { healthRoutes } from './health.ts';
import { journeyRoutes } from './journey-routes.ts';
import { limitBody } from './limit-body.ts';
import { linkEventRoutes } from './link-events.ts';
import { linkPreviewRoutes } from './link-preview.ts';
import { linkSharedRoutes } from './link-shared.ts';
import { linkUrlRoutes } from './link-url.ts';
import { metricsRoutes } from './metrics/routes.ts';
import type { Ports } from './ports.ts';
import { errorHandler, Problem } from './problem.ts';
import { resourceRoutes } from './resource-routes.ts';
import { activityResource } from './resources/activity.ts';
import { attemptsResource } from './resources/attempts.ts';
import { codatSettingsResource } from './resources/codat-settings.ts';
import { contactImportLinesResource } from './resources/contact-import-lines.ts';
import { contactImportsResource } from './resources/contact-imports.ts';
import { customersResource } from './resources/customers.ts';
import { deliveriesResource } from './resources/deliveries.ts';
import { emailTemplatesResource } from './resources/email-templates.ts';
import { emailsResource } from './resources/emails.ts';
import { eventsResource } from './resources/events.ts';
import { journeysResource } from './resources/journeys.ts';
import { linksResource } from './resources/links.ts';
import { notesResource } from './resources/notes.ts';
import { softwareResource } from './resources/software.ts';
import { stuckRulesResource } from './resources/stuck-rules.ts';
import { syncsResource } from './resources/syncs.ts';
import { usersResource } from './resources/users.ts';
import { workspaceSettingsResource } from './resources/workspace-settings.ts';
import { requireSameOrigin } from './same-origin.ts';
import { type Env, requireSession } from './session.ts';
import { streamRoutes } from './stream.ts';
import { webhookRoutes } from './webhooks.ts';

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
