import { useListContext } from 'react-admin';
import { Failure } from '../Failure.tsx';

/** Shown when a list couldn't be loaded. */
export const ListFailure = () => {
  const { error, refetch } = useListContext();
  return <Failure error={error} onRetry={() => refetch()} />;
};
