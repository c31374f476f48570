import { Skeleton } from '@mui/material';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from '../Failure.tsx';
import { HowCounted } from './HowCounted.tsx';

type Props<A> = {
  answer: UseQueryResult<A>;
  /** Of the room that is kept until the numbers are there. */
  height: number;
  children: (answer: A) => ReactNode;
};

/** Numbers with how they are counted; until they are there their room, and what keeps them away. */
export const Answered = <A extends { definition: string }>(props: Props<A>) => {
  const { answer, height, children } = props;
  const { data, error, refetch } = answer;
  if (data)
    return (
      <>
        {children(data)}
        <HowCounted>{data.definition}</HowCounted>
      </>
    );
  if (error) return <Failure error={error} onRetry={() => refetch()} />;
  return <Skeleton variant="rounded" height={height} aria-label="Loading" />;
};
