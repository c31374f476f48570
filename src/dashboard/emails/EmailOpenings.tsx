import { useGetOne } from 'react-admin';
import type { LinkRecord } from '../../api/links/resource.ts';
import { Ago } from '../shared/format/Ago.tsx';

/** How often the link in an e-mail was opened, and whether it still works. */
export const EmailOpenings = ({ linkId }: { linkId: string }) => {
  const { data: link } = useGetOne<LinkRecord>('links', { id: linkId });
  if (!link) return '…';
  return (
    <>
      {openingsOf(link)}
      {link.lastOpenedAt && <Ago at={link.lastOpenedAt} suffix=" ago" />}
      {link.revokedAt && '; revoked, so that it does not work any more'}
    </>
  );
};

const openingsOf = ({ openings }: LinkRecord): string => {
  if (openings === 0) return 'not opened yet';
  return openings === 1 ? 'opened once, ' : `opened ${openings} times, last `;
};
