import { and, sql } from 'drizzle-orm';
import { textArray } from '../database/bulk.ts';
import type { Database, Transaction } from '../database/database.ts';
import { isVisible, type Portfolio } from '../database/portfolios/visibility.ts';
import { isKept } from '../database/privacy/erased.ts';
import {
  type Customer,
  customers,
  emailTemplates,
  type Software,
  software,
  type User,
  workspaceSettings,
} from '../database/schema/index.ts';
import type { EmailTemplate } from '../journey/outreach.ts';
import type { TemplateText } from './render.ts';
import { DEFAULT_TEXTS } from './templates/templates.ts';

/** The data that emails are written from, apart from the customer. */
export type Context = {
  agent: Pick<User, 'id' | 'name' | 'email'>;
  publicUrl: string;
  sender: { name: string; email: string | null; phone: string | null };
  software: Map<string, Software>;
  texts: Record<EmailTemplate, TemplateText>;
};

export const loadContext = async (
  database: Database | Transaction,
  { agent, publicUrl }: Pick<Context, 'agent' | 'publicUrl'>,
): Promise<Context> => {
  const [workspace] = await database.select().from(workspaceSettings);
  const allSoftware = await database.select().from(software);
  const changed = await database.select().from(emailTemplates);
  return {
    agent,
    publicUrl,
    sender: {
      name: workspace?.senderName ?? '',
      email: workspace?.supportEmail ?? null,
      phone: workspace?.supportPhone ?? null,
    },
    software: new Map(allSoftware.map((row) => [row.id, row])),
    texts: {
      ...DEFAULT_TEXTS,
      ...Object.fromEntries(changed.map(({ id, subject, body }) => [id, { subject, body }])),
    },
  };
};

/** Those of the customers with these ids that are in the portfolio, by id. */
export const loadCustomers = async (
  database: Database | Transaction,
  ids: readonly string[],
  portfolio: Portfolio | null,
): Promise<Map<string, Customer>> => {
  const rows = await database
    .select()
    .from(customers)
    .where(
      and(
        sql`${customers.id} = any(${textArray(ids)})`,
        isVisible(portfolio),
        isKept(customers.id),
      ),
    );
  return new Map(rows.map((row) => [row.id, row]));
};
