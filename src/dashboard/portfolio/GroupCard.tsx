import { Box } from '@mui/material';
import type { UseQueryResult } from '@tanstack/react-query';
import type { PortfolioAnswer } from '../../api/metrics/portfolio.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { figuresOf, textColumn } from '../shared/figures/figuresOf.tsx';
import { counted } from '../shared/format/counted.ts';
import { exactDay } from '../shared/format/duration.ts';
import { CustomersLink, customersOf } from '../shared/metrics/CustomersLink.tsx';
import { MetricsCard } from '../shared/metrics/MetricsCard.tsx';
import type { ScopeOf } from '../shared/metrics/useScope.ts';
import { CustomerRow } from './CustomerRow.tsx';
import { filterOf, type Group, listedIn, WORDS } from './groups.ts';
import { sinceOf, whyOf } from './words.ts';

/** How many are shown. On paper there are more, as nobody can follow the link. */
const SHOWN = 8;

type Props = { group: Group; answer: UseQueryResult<PortfolioAnswer>; scope: ScopeOf };

/** The customers of a group, with when and why they are in it, and what to do next. */
export const GroupCard = ({ group, answer, scope }: Props) => (
  <MetricsCard
    title={WORDS[group].title}
    aside={WORDS[group].note}
    answer={answer}
    figures={(data) => figures(data, group)}
    height={120}
  >
    {(data) => <Customers group={group} answer={data} scope={scope} />}
  </MetricsCard>
);

const figures = (answer: PortfolioAnswer, group: Group) =>
  figuresOf(answer[group].customers, ({ id }) => id, [
    textColumn('Customer', ({ name }) => name),
    textColumn('Software', ({ softwareName }) => softwareName ?? ''),
    textColumn('Date', ({ at }) => exactDay(at)),
    textColumn('Reason', (customer) => whyOf(customer) ?? ''),
    textColumn('Since', (customer) => sinceOf(customer, group)),
    textColumn('Next action', ({ nextAction }) => nextAction ?? ''),
  ]);

type ListProps = { group: Group; answer: PortfolioAnswer; scope: ScopeOf };

const Customers = ({ group, answer, scope }: ListProps) => {
  const { customers } = answer[group];
  const total = listedIn(answer[group]);
  if (total === 0) return <EmptyState title={WORDS[group].none} />;
  return (
    <>
      <Box
        component="ul"
        aria-label={WORDS[group].title}
        sx={{ m: 0, mb: 1, p: 0, listStyle: 'none' }}
      >
        {customers.map((customer, index) => (
          <CustomerRow
            key={customer.id}
            customer={customer}
            group={group}
            onPaperOnly={index >= SHOWN}
          />
        ))}
      </Box>
      <CustomersLink filter={{ ...customersOf(scope), ...filterOf(group, answer) }}>
        {counted(total, 'customer', 'customers')}
      </CustomersLink>
    </>
  );
};
