import { hc } from 'hono/client';
import type { AttemptRoutes } from '../../api/attempts/routes.ts';
import type { LinkSharedRoutes } from '../../api/customers/link-shared.ts';
import type { RejectionRoutes } from '../../api/deliveries/rejections.ts';
import type { DeliveryRoutes } from '../../api/deliveries/routes.ts';
import type { EmailTemplateRoutes } from '../../api/email-templates/routes.ts';
import type { EmailRoutes } from '../../api/emails/routes.ts';
import type { InvitationRoutes } from '../../api/invitations/routes.ts';
import type { JourneyRoutes } from '../../api/journeys/routes.ts';
import type { UserRoutes } from '../../api/users/routes.ts';
import { fetchOrThrow } from './http.ts';

const options = { fetch: fetchOrThrow };

/**
 * What the API offers beyond react-admin's nine methods, typed by its routes: a renamed path or field does not
 * compile. Every method throws an HttpError for an unsuccessful response.
 */
export const api = {
  attempts: hc<AttemptRoutes>('/api/attempts', options),
  deliveries: hc<DeliveryRoutes>('/api/deliveries', options),
  emails: hc<EmailRoutes>('/api/emails', options),
  emailTemplates: hc<EmailTemplateRoutes>('/api/email-templates', options),
  invitations: hc<InvitationRoutes>('/api/invitations', options),
  journeys: hc<JourneyRoutes>('/api/journeys', options),
  links: hc<LinkSharedRoutes>('/', options),
  rejections: hc<RejectionRoutes>('/api/rejections', options),
  users: hc<UserRoutes>('/api/users', options),
};
