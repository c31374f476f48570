import { useGetOne } from 'react-admin';
import type { LinkRecord } from '../../api/links/resource.ts';
import { Ago } from '../shared/format/Ago.tsx';
import { counted } from '../shared/format/counted.ts';

/** How often the link in an email was opened, and whether it was revoked. */
export const EmailOpenings = ({ linkId }: { linkId: string }) => {
  const { data: link } = useGetOne<LinkRecord>('links', { id: linkId });
  if (!link) return '…';
  return (
    <>
      {openingsOf(link)}
      {link.lastOpenedAt && <Ago at={link.lastOpenedAt} suffix=" ago" />}
      {link.revokedAt && ', revoked'}
    </>
  );
};

const openingsOf = ({ openings }: LinkRecord): string => {
  if (openings === 0) return 'Not opened';
  return `Opened ${counted(openings, 'time', 'times')}, ${openings > 1 ? 'last ' : ''}`;
};
