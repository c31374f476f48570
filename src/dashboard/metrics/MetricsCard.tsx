import { Skeleton } from '@mui/material';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from '../shared/Failure.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';
import { HowCounted } from './HowCounted.tsx';

type Props<A> = {
  title: string;
  aside?: ReactNode;
  answer: UseQueryResult<A>;
  children: (answer: A) => ReactNode;
};

/** A card of numbers: while they are not there yet its room is kept, and what keeps them away is told. */
export const MetricsCard = <A extends { definition: string }>(props: Props<A>) => {
  const { title, aside, answer, children } = props;
  const { data, error, refetch } = answer;
  return (
    <SectionCard title={title} aside={aside}>
      {data ? (
        <>
          {children(data)}
          <HowCounted>{data.definition}</HowCounted>
        </>
      ) : error ? (
        <Failure error={error} onRetry={() => refetch()} />
      ) : (
        <Skeleton variant="rounded" height={220} aria-label="Loading" />
      )}
    </SectionCard>
  );
};
