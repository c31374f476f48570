import type { Attribute } from '../../../journey/metrics/comparisons/attribute.ts';
import { COMPLEXITY_LABELS } from './complexity.ts';

const NAMES: Record<Attribute, string> = {
  software: 'Software',
  complexity: 'Complexity',
  accountManagerId: 'Account manager',
  channel: 'Link sent by',
  invitedById: 'Invited by',
  label: 'Tag',
  tag: 'Codat tag',
  subsidiary: 'Subsidiary',
};

const NONE: Partial<Record<Attribute, string>> = {
  channel: 'nobody, as far as we know',
  invitedById: 'nobody, as far as we know',
};

const VALUES: Partial<Record<Attribute, Record<string, string>>> = {
  complexity: COMPLEXITY_LABELS,
  channel: { shared: 'hand' },
};

/** What stands before the value of an attribute, as in “Account manager:” or “Link sent by”. */
export const attributeName = (name: Attribute): string =>
  / by$/.test(NAMES[name]) ? NAMES[name] : `${NAMES[name]}:`;

/** An attribute of customers, as in “Link sent by hand”. */
export const attributeLabel = (name: Attribute, value: string | null): string => {
  const text = value === null ? (NONE[name] ?? 'none') : (VALUES[name]?.[value] ?? value);
  return `${attributeName(name)} ${text}`;
};
