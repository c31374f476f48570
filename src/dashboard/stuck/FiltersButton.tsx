import FilterListIcon from '@mui/icons-material/FilterList';
import { Box, Button, Drawer, Typography } from '@mui/material';
import { useState } from 'react';
import { useListFilterContext } from 'react-admin';
import { StuckFilters } from './StuckFilters.tsx';
import type { QueueView } from './useQueueViews.ts';

/** Opens the queue’s filters on screens without room for them beside the rows. */
export const FiltersButton = ({ base }: { base: QueueView }) => {
  const [open, setOpen] = useState(false);
  const { filterValues } = useListFilterContext();
  const count = Object.keys(filterValues).length;
  const close = () => setOpen(false);
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<FilterListIcon />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        sx={{ display: { lg: 'none' } }}
      >
        {count === 0 ? 'Filters' : `Filters (${count})`}
      </Button>
      <Drawer
        anchor="right"
        open={open}
        onClose={close}
        slotProps={{ paper: { role: 'dialog', 'aria-labelledby': 'queue-filters' } }}
        sx={{ display: { lg: 'none' } }}
      >
        <Box sx={{ width: 280, maxWidth: '100vw', p: 2 }}>
          <Box sx={{ display: 'flex', justifyContent: 'space-between', mb: 1 }}>
            <Typography id="queue-filters" component="h2" variant="h2">
              Filters
            </Typography>
            <Button onClick={close}>Done</Button>
          </Box>
          <StuckFilters base={base} />
        </Box>
      </Drawer>
    </>
  );
};
