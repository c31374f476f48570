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

/** An example that shows all parts of the page. */
const SOFTWARE = 'akxx';

const { senderName, supportEmail, supportPhone } = workspaceForms;
/** A value that does not fit, or is not written yet, leaves what is stored. */
const wishes = z.object({
  senderName: senderName.optional().catch(undefined),
  supportEmail: supportEmail.default(null).catch(null),
  supportPhone: supportPhone.default(null).catch(null),
});

/** How the link's page looks with other settings, before they are saved. */
export const linkPreviewRoutes = (ports: Ports) =>
  new Hono<Env>().get('/api/link-page-preview', async (context) => {
    const person = context.get('person');
    authorize(person, 'show', 'workspace-settings');
    const wished = wishes.parse(context.req.query());
    const stored = await loadWorkspace(ports.database);
    const workspace = { ...stored, ...wished, senderName: wished.senderName ?? stored.senderName };
    const software = await findSoftware(ports.database, SOFTWARE);
    const example = { customer: CUSTOMER, software, sender: person, workspace, recipient: null };
    return context.html(linkPage(example, ''));
  });
