import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { PillSwitch } from '../PillSwitch.tsx';
import { MetricsCard } from './MetricsCard.tsx';

const VIEWS = { picture: 'Picture', table: 'Table' };

type Props<A> = {
  title: string;
  answer: UseQueryResult<A>;
  children: (answer: A, view: keyof typeof VIEWS) => ReactNode;
};

/** A card whose numbers can be seen as a picture or as a table. */
export const PicturedCard = <A extends { definition: string }>(props: Props<A>) => {
  const { title, answer, children } = props;
  const [view, setView] = useState<keyof typeof VIEWS>('picture');
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
