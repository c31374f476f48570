import { useGetOne } from 'react-admin';
import type { LinkRecord } from '../../api/links/resource.ts';
import { Ago } from '../shared/format/Ago.tsx';

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
  return openings === 1 ? 'Opened once, ' : `Opened ${openings} times, last `;
};
