import { hc } from 'hono/client';
import type { AlertRoutes } from '../../api/alerts/routes.ts';
import type { ApiKeyRoutes } from '../../api/api-keys/routes.ts';
import type { AttemptRoutes } from '../../api/attempts/routes.ts';
import type { CheckRoutes } from '../../api/codat-checks/routes.ts';
import type { BulkRoutes } from '../../api/customers/bulk/routes.ts';
import type { CustomerCountRoutes } from '../../api/customers/counts.ts';
import type { ErasureRoutes } from '../../api/customers/erasure.ts';
import type { ExportRoutes } from '../../api/customers/export.ts';
import type { LinkSharedRoutes } from '../../api/customers/link-shared.ts';
import type { RejectionRoutes } from '../../api/deliveries/rejections.ts';
import type { DeliveryRoutes } from '../../api/deliveries/routes.ts';
import type { DigestRoutes } from '../../api/digest-settings/routes.ts';
import type { EmailTemplateRoutes } from '../../api/email-templates/routes.ts';
import type { EmailRoutes } from '../../api/emails/routes.ts';
import type { IncidentRoutes } from '../../api/incidents/routes.ts';
import type { InvitationRoutes } from '../../api/invitations/routes.ts';
import type { JourneyRoutes } from '../../api/journeys/routes.ts';
import type { NextCaseRoutes } from '../../api/next-case/routes.ts';
import type { CalendarRoutes } from '../../api/settings/calendar-preview.ts';
import type { SoftwareRoutes } from '../../api/software/routes.ts';
import type { StuckRuleRoutes } from '../../api/stuck-rules/routes.ts';
import type { UserRoutes } from '../../api/users/routes.ts';
import { fetchOrThrow } from './http.ts';

const options = { fetch: fetchOrThrow };

/**
 * What the API offers beyond react-admin's nine methods, typed by its routes: a renamed path or field does not
 * compile. Every method throws an HttpError for an unsuccessful response.
 */
export const api = {
  alerts: hc<AlertRoutes>('/api/alerts', options),
  apiKeys: hc<ApiKeyRoutes>('/api/api-keys', options),
  attempts: hc<AttemptRoutes>('/api/attempts', options),
  customerCounts: hc<CustomerCountRoutes>('/', options),
  checks: hc<CheckRoutes>('/', options),
  customers: hc<BulkRoutes>('/api/customers', options),
  deliveries: hc<DeliveryRoutes>('/api/deliveries', options),
  digests: hc<DigestRoutes>('/api/digest-settings', options),
  erasures: hc<ErasureRoutes>('/', options),
  exports: hc<ExportRoutes>('/', options),
  emails: hc<EmailRoutes>('/api/emails', options),
  emailTemplates: hc<EmailTemplateRoutes>('/api/email-templates', options),
  incidents: hc<IncidentRoutes>('/api/incidents', options),
  invitations: hc<InvitationRoutes>('/api/invitations', options),
  journeys: hc<JourneyRoutes>('/api/journeys', options),
  links: hc<LinkSharedRoutes>('/', options),
  nextCase: hc<NextCaseRoutes>('/api/next-case', options),
  rejections: hc<RejectionRoutes>('/api/rejections', options),
  software: hc<SoftwareRoutes>('/api/software', options),
  stuckRules: hc<StuckRuleRoutes>('/api/stuck-rules', options),
  users: hc<UserRoutes>('/api/users', options),
  workspaceSettings: hc<CalendarRoutes>('/api/workspace-settings', options),
};
