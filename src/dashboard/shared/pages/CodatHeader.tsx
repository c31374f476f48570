import type { ReactNode } from 'react';
import { TabbedHeader } from './TabbedHeader.tsx';

const TABS = [
  ['/codat', 'Sync'],
  ['/deliveries', 'Webhooks'],
] as const;

type Props = { note: string; children?: ReactNode };

/** The heading of the pages about Codat: syncs and webhooks. */
export const CodatHeader = ({ note, children }: Props) => (
  <TabbedHeader title="Codat" note={note} tabs={TABS}>
    {children}
  </TabbedHeader>
);
