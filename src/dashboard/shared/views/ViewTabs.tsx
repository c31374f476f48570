import { Box, Tab, Tabs } from '@mui/material';
import { Link, type To, useLocation } from 'react-router-dom';
import { formatNumber } from '../../../common/locale.ts';
import type { ViewPage } from '../../../common/views.ts';
import { SHOW_ALL } from '../list/showAll.ts';
import { useCounts } from './useCounts.ts';
import { useOpenView, useViews } from './useViews.ts';
import { addressOf, type BaseView } from './viewAddress.ts';

type Props = { page: ViewPage; bases: readonly BaseView[]; base: BaseView };

type Entry = { id: string; label: string; to: To; filter: object };

/** A page’s views, each with the number of its rows: those that come with it, then saved ones. */
export const ViewTabs = ({ page, bases, base }: Props) => {
  const saved = useViews(page) ?? [];
  const open = useOpenView(page);
  const entries: Entry[] = [
    ...bases.map((one) => ({ ...one, to: { pathname: one.path, search: one.search ?? SHOW_ALL } })),
    ...saved.map((view) => ({ ...view, label: view.name, to: addressOf(view, bases) })),
  ];
  const named = new URLSearchParams(useLocation().search).get('view');
  const counts = useCounts(entries.map(({ filter }) => filter));
  return (
    <Tabs
      value={open?.id ?? bases.find(({ id }) => id === named)?.id ?? base.id}
      component="nav"
      aria-label="Views"
      variant="scrollable"
      scrollButtons="auto"
      allowScrollButtonsMobile
      slotProps={{ indicator: { sx: { display: 'none' } } }}
      sx={{ minHeight: 40, '& .Mui-selected': { boxShadow: 'inset 0 -2px' } }}
    >
      {entries.map(({ id, label, to }, index) => (
        <Tab
          key={id}
          value={id}
          component={Link}
          to={to}
          label={<Label text={label} count={counts?.[index]} />}
          sx={{ minHeight: 40, minWidth: 0, px: 1.5, textTransform: 'none' }}
        />
      ))}
    </Tabs>
  );
};

const Label = ({ text, count }: { text: string; count: number | null | undefined }) => (
  <Box component="span" sx={{ display: 'inline-flex', gap: 0.75, whiteSpace: 'nowrap' }}>
    <bdi>{text}</bdi>
    {typeof count === 'number' && (
      <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
        {formatNumber(count)}
      </Box>
    )}
  </Box>
);
