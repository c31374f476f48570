import type { ReactNode } from 'react';
import { Loading, useEditContext } from 'react-admin';
import { Failure } from '../Failure.tsx';

/** Shows a form once the record that it edits is loaded, or why it could not be. */
export const WhenLoaded = ({ children }: { children: ReactNode }) => {
  const { record, error, refetch } = useEditContext();
  if (record) return children;
  return error ? <Failure error={error} onRetry={() => refetch()} /> : <Loading />;
};

/** For an edit page’s query: the page shows the failure, rather than leaving. */
export const STAY_ON_ERROR = { onError: () => undefined };
