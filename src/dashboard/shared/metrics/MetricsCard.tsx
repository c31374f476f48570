import { Box } from '@mui/material';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { CsvButton } from '../csv/CsvButton.tsx';
import type { Answer } from '../csv/csvName.ts';
import type { Figures } from '../figures/figuresOf.tsx';
import { SectionCard } from '../SectionCard.tsx';
import { Answered } from './Answered.tsx';
import { HowCalculated } from './HowCalculated.tsx';

export type MetricsCardProps<A> = {
  title: string;
  aside?: ReactNode;
  answer: UseQueryResult<A>;
  /** What its numbers mean, if not what all of the answer means. */
  definition?: (answer: A) => string;
  /** The rows of its table, which can be downloaded. */
  figures?: (answer: A) => Figures;
  /** The least height of its content in pixels, so that nothing below it moves once it is loaded. */
  height?: number;
  children: (answer: A) => ReactNode;
};

/** A card of numbers, with their definition and a download of its table. */
export const MetricsCard = <A extends Answer & { definition: string }>({
  title,
  aside,
  answer,
  definition = (answer) => answer.definition,
  figures,
  height = 220,
  children,
}: MetricsCardProps<A>) => (
  <SectionCard
    title={title}
    hint={<HowCalculated title={title}>{answer.data && definition(answer.data)}</HowCalculated>}
    aside={
      <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'center', minHeight: 30 }}>
        {aside}
        {figures && (
          <CsvButton
            title={title}
            answer={answer.data}
            figures={answer.data && figures(answer.data)}
          />
        )}
      </Box>
    }
  >
    <Box sx={{ minHeight: height }}>
      <Answered answer={answer} height={height}>
        {children}
      </Answered>
    </Box>
  </SectionCard>
);
