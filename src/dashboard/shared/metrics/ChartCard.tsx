import { type ReactNode, useState } from 'react';
import type { Answer } from '../csv/csvName.ts';
import { FiguresTable } from '../figures/FiguresTable.tsx';
import type { Figures } from '../figures/figuresOf.tsx';
import { PillSwitch } from '../PillSwitch.tsx';
import { MetricsCard, type MetricsCardProps } from './MetricsCard.tsx';

const VIEWS = { chart: 'Chart', table: 'Table' };

type Props<A> = Omit<MetricsCardProps<A>, 'figures'> & {
  figures: (answer: A) => Figures;
  /** What belongs to the chart and to the table. */
  below?: ReactNode;
  /** The chart, or why there is none. */
  children: (answer: A) => ReactNode;
};

/** A card that shows its numbers as a chart or as a table. */
export const ChartCard = <A extends Answer & { definition: string }>({
  below,
  children,
  ...card
}: Props<A>) => {
  const { title, figures } = card;
  const [view, setView] = useState<keyof typeof VIEWS>('chart');
  return (
    <MetricsCard
      {...card}
      aside={
        <>
          {card.aside}
          <PillSwitch label="View" value={view} options={VIEWS} onChange={setView} />
        </>
      }
    >
      {(answer) => (
        <>
          {view === 'chart' ? (
            children(answer)
          ) : (
            <FiguresTable label={`${title}, as a table`} {...figures(answer)} />
          )}
          {below}
        </>
      )}
    </MetricsCard>
  );
};
