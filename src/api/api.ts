import { OpenAPIHono } from '@hono/zod-openapi';
import { requestId } from 'hono/request-id';
import { countRejections } from '../codat/rejections.ts';
import { accountPages } from './account-pages/account-pages.ts';
import { activityCsvRoutes } from './activity/csv.ts';
import { recordRefusals } from './activity/refusals.ts';
import { alertRoutes } from './alerts/routes.ts';
import { createKeyDoors, readingDoor } from './api-keys/door.ts';
import { apiKeyRoutes } from './api-keys/routes.ts';
import { attemptRoutes } from './attempts/routes.ts';
import { checkRoutes } from './codat-checks/routes.ts';
import { customerPages } from './customer-pages/customer-pages.ts';
import { bulkRoutes } from './customers/bulk/routes.ts';
import { customerCountRoutes } from './customers/counts.ts';
import { customersCsvRoutes } from './customers/csv.ts';
import { erasureRoutes } from './customers/erasure.ts';
import { exportRoutes } from './customers/export.ts';
import { linkSharedRoutes } from './customers/link-shared.ts';
import { linkUrlRoutes } from './customers/link-url.ts';
import { rejectionRoutes } from './deliveries/rejections.ts';
import { deliveryRoutes } from './deliveries/routes.ts';
import { digestRoutes } from './digest-settings/routes.ts';
import { emailTemplateRoutes } from './email-templates/routes.ts';
import { emailRoutes } from './emails/routes.ts';
import { allowedMethods } from './http/allowed-methods.ts';
import { lastAnswers } from './http/answers/last.ts';
import { createSharedAnswers } from './http/answers/shared.ts';
import { fairShare } from './http/fair-share.ts';
import { healthRoutes } from './http/health.ts';
import { noStore } from './http/no-store.ts';
import { errorHandler, Problem } from './http/problem.ts';
import { createReadBody, readFirst } from './http/read-body.ts';
import { requireSameOrigin } from './http/same-origin.ts';
import { linkEventRoutes } from './inbound/link-events.ts';
import { webhookRoutes } from './inbound/webhooks.ts';
import { incidentRoutes } from './incidents/routes.ts';
import { invitationRoutes } from './invitations/routes.ts';
import { journeyRoutes } from './journeys/routes.ts';
import { METRICS, metricsRoutes } from './metrics/routes.ts';
import { nextCaseRoutes } from './next-case/routes.ts';
import type { Ports } from './ports.ts';
import { presenceRoutes } from './presence/routes.ts';
import { RESOURCE_ROUTES } from './resources.ts';
import { authRoutes } from './session/auth-routes.ts';
import { singleSignOnRoutes } from './session/oidc/routes.ts';
import { type Env, requireSession } from './session/session.ts';
import { calendarRoutes } from './settings/calendar-preview.ts';
import { linkPreviewRoutes } from './settings/link-page-preview.ts';
import { softwareRoutes } from './software/routes.ts';
import { streamRoutes } from './stream.ts';
import { stuckRuleRoutes } from './stuck-rules/routes.ts';
import { passwordResetRoutes } from './users/password-resets.ts';
import { userRoutes } from './users/routes.ts';

/** What is never a file, and not to be cached. Pages for customers see to it themselves. */
const DYNAMIC = ['/api/*', '/webhooks/*', '/healthz', '/readyz'];

/** Numbers and lists that many open pages show, the same for all who see the same customers. */
const SHARED = [
  '/api/customers',
  '/api/customers/counts',
  '/api/customers/groups',
  '/api/metrics/*',
];

/** Metrics whose last answers are kept: all but the one that names customers, who may be erased meanwhile. */
const KEPT = Object.keys(METRICS)
  .filter((name) => name !== 'portfolio')
  .map((name) => `/api/metrics/${name}`);

/** In KiB: an email address and a password. */
const SIGN_IN_BODY = 64;

/**
 * The whole HTTP API. Its hosts pass it requests: the Node server, the demo in a browser, tests. A slash at the end of a
 * path changes nothing, in the hosts too: people copy addresses into other systems’ settings.
 */
export const createApi = (ports: Ports): OpenAPIHono<Env> => {
  const app = new OpenAPIHono<Env>({ strict: false });
  for (const path of DYNAMIC) app.use(path, noStore);
  app.use(requestId(), allowedMethods(app));
  app.onError(errorHandler(ports.log));
  // Doors that are open to strangers come first. Each looks at the headers before it reads a body.
  const readBody = createReadBody(ports);
  app.route('/', healthRoutes(ports));
  app.route('/', customerPages(ports, readBody));
  app.route('/', accountPages(ports, readBody));
  const rejections = countRejections({
    database: ports.inbound,
    now: ports.now,
    onError: (error) => ports.log.warn({ err: error }, 'rejected webhooks not counted yet'),
  });
  app.route('/webhooks', webhookRoutes(ports, { readBody, rejections }));
  const keyDoors = createKeyDoors(ports);
  app.route('/api/link-events', linkEventRoutes(ports, { readBody, keyDoors }));
  app.use(
    '/api/*',
    recordRefusals(ports),
    readingDoor(keyDoors, ports),
    requireSameOrigin(ports.publicUrl),
  );
  app.route('/api/password-resets', passwordResetRoutes(ports, readBody));
  app.use('/api/auth/*', readFirst(readBody, SIGN_IN_BODY));
  app.route('/api/auth', singleSignOnRoutes(ports));
  app.route('/api/auth', authRoutes(ports));
  const { demoSignIns, dataNotice, inboxPath, singleSignOn } = ports;
  app.get('/api/sign-in-options', async ({ json }) =>
    json({
      demoSignIns,
      dataNotice,
      inboxPath,
      passwordReset: ports.mailer !== null,
      singleSignOn: singleSignOn !== null,
      passwordsOff: (await singleSignOn?.passwordsOff()) ?? false,
    }),
  );
  const { share, noticeWrites } = createSharedAnswers(ports);
  app.use('/api/*', requireSession(ports), noticeWrites);
  for (const path of SHARED) app.use(path, share);
  const last = lastAnswers();
  for (const path of KEPT) app.use(path, last);
  app.use('/api/*', fairShare());
  app.route('/', activityCsvRoutes(ports));
  app.route('/', customersCsvRoutes(ports));
  app.route('/', linkUrlRoutes(ports));
  app.route('/', checkRoutes(ports));
  app.route('/api/journeys', journeyRoutes(ports));
  app.route('/api/attempts', attemptRoutes(ports));
  app.route('/', linkSharedRoutes(ports));
  app.route('/', customerCountRoutes(ports));
  app.route('/api/customers', bulkRoutes(ports));
  app.route('/', erasureRoutes(ports));
  app.route('/', exportRoutes(ports));
  app.route('/', linkPreviewRoutes(ports));
  app.route('/api/emails', emailRoutes(ports));
  app.route('/api/email-templates', emailTemplateRoutes(ports));
  app.route('/api/metrics', metricsRoutes(ports));
  app.route('/api/stream', streamRoutes(ports));
  app.route('/api/deliveries', deliveryRoutes(ports));
  app.route('/api/api-keys', apiKeyRoutes(ports));
  app.route('/api/alerts', alertRoutes(ports));
  app.route('/api/digest-settings', digestRoutes(ports));
  app.route('/api/rejections', rejectionRoutes(ports, rejections));
  app.route('/api/presence', presenceRoutes(ports));
  app.route('/api/next-case', nextCaseRoutes(ports));
  app.route('/api/workspace-settings', calendarRoutes(ports));
  app.route('/api/stuck-rules', stuckRuleRoutes(ports));
  app.route('/api/software', softwareRoutes(ports));
  app.route('/api/users', userRoutes(ports));
  app.route('/api/invitations', invitationRoutes(ports));
  app.route('/api/incidents', incidentRoutes(ports));
  for (const [name, routes] of Object.entries(RESOURCE_ROUTES))
    app.route(`/api/${name}`, routes(ports));
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Unstuck',
      version: '1',
      description: 'The support desk for connection journeys.',
    },
  });
  app.all('/api/*', ({ req }) => {
    throw new Problem(404, `${req.path} not found.`);
  });
  return app;
};
