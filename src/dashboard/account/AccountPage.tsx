import { useGetIdentity } from 'react-admin';
import { PageHeader } from '../shared/PageHeader.tsx';
import { TwoColumns } from '../shared/TwoColumns.tsx';
import { DigestCard } from './DigestCard.tsx';
import { NameCard } from './NameCard.tsx';
import { PasswordCard } from './PasswordCard.tsx';
import { SessionsCard } from './SessionsCard.tsx';
import { ShortcutsCard } from './ShortcutsCard.tsx';

/** What people change about themselves, and where they are signed in. */
export const AccountPage = () => {
  const { identity } = useGetIdentity();
  return (
    <>
      <PageHeader title="Your account" note={identity?.email} />
      <TwoColumns
        aside={
          <>
            <NameCard />
            <PasswordCard />
            <ShortcutsCard />
          </>
        }
      >
        <SessionsCard />
        <DigestCard />
      </TwoColumns>
    </>
  );
};
