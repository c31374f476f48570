import { Hono } from 'hono';
import { z } from 'zod';
import { loadWorkspace } from '../../database/settings.ts';
import { linkPage } from '../customer-pages/link-page.ts';
import { findSoftware } from '../customer-pages/visit.ts';
import type { Ports } from '../ports.ts';
import { authorize, type Env } from '../session/session.ts';
import { workspaceForms } from './workspace-settings.ts';

const CUSTOMER = {
  name: 'Example & Sons Ltd',
  journeyKind: 'first',
  connectionId: null,
  failureReason: null,
} as const;

/** Oracle NetSuite, because it shows all parts of the page. */
const SOFTWARE = 'akxx';

const { senderName, supportEmail, supportPhone } = workspaceForms;
/** A missing or invalid name falls back to the saved one, any other to none. */
const unsaved = z.object({
  senderName: senderName.optional().catch(undefined),
  supportEmail: supportEmail.default(null).catch(null),
  supportPhone: supportPhone.default(null).catch(null),
});

/** Previews the link page with settings that aren’t saved yet. */
export const linkPreviewRoutes = (ports: Ports) =>
  new Hono<Env>().get('/api/link-page-preview', async (context) => {
    const person = context.get('person');
    authorize(person, 'show', 'workspace-settings');
    const given = unsaved.parse(context.req.query());
    const stored = await loadWorkspace(ports.database);
    const workspace = { ...stored, ...given, senderName: given.senderName ?? stored.senderName };
    const software = await findSoftware(ports.database, SOFTWARE);
    const example = { customer: CUSTOMER, software, sender: person, workspace, recipient: null };
    return context.html(linkPage(example, ''));
  });
