import { z } from 'zod';
import { reasonLabel } from '../../journey/content/reason-label.ts';
import { FAILURE_REASONS } from '../../journey/failure-reasons.ts';
import { STAGE_LABELS, STAGES } from '../../journey/stages.ts';
import { STUCK_REASONS } from '../../journey/stuck.ts';

/** A customer as the export reads them. */
export const exportedCustomer = z.object({
  id: z.string(),
  name: z.string(),
  stage: z.enum(STAGES),
  software: z.string().nullable(),
  stuck: z.boolean(),
  stuckReason: z.enum(STUCK_REASONS).nullable(),
  failureReason: z.enum(FAILURE_REASONS).nullable(),
  stuckAt: z.string().nullable(),
  accountManagerId: z.string().nullable(),
  lastActivityAt: z.string().nullable(),
  contactName: z.string().nullable(),
  contactEmail: z.string().nullable(),
  contactPhone: z.string().nullable(),
});
type ExportedCustomer = z.output<typeof exportedCustomer>;

/** Names of software and people, by their ID. */
export type Names = ReadonlyMap<string, string>;

const stuckLabel = ({ stuck, stuckReason, failureReason }: ExportedCustomer): string | null =>
  stuck && stuckReason ? reasonLabel({ stuckReason, failureReason }) : null;

/**
 * The columns of the export. The contact import reads the ID, the name, the contact, and the account manager, who therefore
 * has their bare name even if they have left.
 */
export const columnsOf = (names: Names) => {
  const nameOf = (id: string | null) => id && (names.get(id) ?? null);
  return {
    'Customer ID': ({ id }: ExportedCustomer) => id,
    Customer: ({ name }: ExportedCustomer) => name,
    Stage: ({ stage }: ExportedCustomer) => STAGE_LABELS[stage],
    Software: ({ software }: ExportedCustomer) => nameOf(software),
    Stuck: stuckLabel,
    'Stuck since': ({ stuck, stuckAt }: ExportedCustomer) => (stuck ? stuckAt : null),
    'Account manager': ({ accountManagerId }: ExportedCustomer) => nameOf(accountManagerId),
    'Last activity': ({ lastActivityAt }: ExportedCustomer) => lastActivityAt,
    'Contact name': ({ contactName }: ExportedCustomer) => contactName,
    Email: ({ contactEmail }: ExportedCustomer) => contactEmail,
    Phone: ({ contactPhone }: ExportedCustomer) => contactPhone,
  };
};
