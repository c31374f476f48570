import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { SectionCard } from '../SectionCard.tsx';
import { Answered } from './Answered.tsx';

type Props<A> = {
  title: string;
  aside?: ReactNode;
  answer: UseQueryResult<A>;
  children: (answer: A) => ReactNode;
};

/** A card of numbers. */
export const MetricsCard = <A extends { definition: string }>(props: Props<A>) => {
  const { title, aside, answer, children } = props;
  return (
    <SectionCard title={title} aside={aside}>
      <Answered answer={answer} height={220}>
        {children}
      </Answered>
    </SectionCard>
  );
};
