import { Skeleton } from '@mui/material';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from '../Failure.tsx';

type Props<A> = {
  answer: UseQueryResult<A>;
  /** Height of the placeholder, in pixels. */
  height: number;
  children: (answer: A) => ReactNode;
};

/** Numbers; a placeholder while they load, the error if they fail to. */
export const Answered = <A,>({ answer, height, children }: Props<A>) => {
  const { data, error, refetch, isFetching } = answer;
  if (data)
    return (
      <div aria-busy={isFetching} style={{ display: 'contents' }}>
        {children(data)}
      </div>
    );
  if (error) return <Failure error={error} onRetry={() => refetch()} />;
  return <Skeleton variant="rounded" height={height} />;
};
