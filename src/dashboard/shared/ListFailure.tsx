import { useListContext } from 'react-admin';
import { Failure } from './Failure.tsx';

/** Shown where a list could not be loaded. */
export const ListFailure = () => {
  const { error, refetch } = useListContext();
  return <Failure error={error} onRetry={() => refetch()} />;
};
