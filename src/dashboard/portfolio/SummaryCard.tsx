import ContentCopy from '@mui/icons-material/ContentCopy';
import Print from '@mui/icons-material/PrintOutlined';
import { Button, Typography } from '@mui/material';
import type { UseQueryResult } from '@tanstack/react-query';
import type { PortfolioAnswer } from '../../api/metrics/portfolio.ts';
import { portfolioSummary } from '../../journey/metrics/portfolio-summary.ts';
import { MetricsCard } from '../shared/metrics/MetricsCard.tsx';
import { daysLabel } from '../shared/period/period-labels.ts';
import { useCopy } from '../shared/useCopy.ts';
import { summarized } from './groups.ts';

type Props = {
  answer: UseQueryResult<PortfolioAnswer>;
  /** As in “Lena Hart’s customers”. */
  whose: string;
  timeZone: string | null;
};

/** The page in three sentences, to copy for somebody who doesn’t have it. */
export const SummaryCard = ({ answer, whose, timeZone }: Props) => {
  const copy = useCopy();
  const textOf = (data: PortfolioAnswer): string =>
    portfolioSummary(summarized(data), {
      whose,
      days: timeZone ? daysLabel(data.period, timeZone) : '…',
    });
  const { data } = answer;
  const buttons = data && (
    <>
      <Button startIcon={<Print />} onClick={() => window.print()}>
        Print
      </Button>
      <Button startIcon={<ContentCopy />} onClick={() => copy(textOf(data), 'Summary copied')}>
        Copy summary
      </Button>
    </>
  );
  return (
    <MetricsCard title="Summary" aside={buttons} answer={answer} height={42}>
      {(numbers) => <Typography sx={{ maxWidth: '90ch' }}>{textOf(numbers)}</Typography>}
    </MetricsCard>
  );
};
