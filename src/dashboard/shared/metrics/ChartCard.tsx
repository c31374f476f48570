import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { PillSwitch } from '../PillSwitch.tsx';
import { MetricsCard } from './MetricsCard.tsx';

const VIEWS = { chart: 'Chart', table: 'Table' };

type Props<A> = {
  title: string;
  answer: UseQueryResult<A>;
  children: (answer: A, view: keyof typeof VIEWS) => ReactNode;
};

/** A card that shows its numbers as a chart or as a table. */
export const ChartCard = <A extends { definition: string }>(props: Props<A>) => {
  const { title, answer, children } = props;
  const [view, setView] = useState<keyof typeof VIEWS>('chart');
  return (
    <MetricsCard
      title={title}
      answer={answer}
      aside={<PillSwitch label="View" value={view} options={VIEWS} onChange={setView} />}
    >
      {(numbers) => children(numbers, view)}
    </MetricsCard>
  );
};
