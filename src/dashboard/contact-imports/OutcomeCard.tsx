import { Box, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import type { ContactImportRecord } from '../../api/contact-imports/resource.ts';
import { counted } from '../shared/format/counted.ts';
import { exactTime } from '../shared/format/duration.ts';
import { SectionCard } from '../shared/SectionCard.tsx';
import { ReportButton } from './ReportButton.tsx';

type Props = { one: ContactImportRecord };

/** How many rows change something, change nothing or have errors, as a bar and in words. */
export const OutcomeCard = ({ one }: Props) => {
  const parts = [
    { name: one.changes === 1 ? 'change' : 'changes', count: one.changes, color: 'primary.main' },
    { name: 'no change', count: one.unchanged, color: 'journey.todo' },
    { name: one.faulty === 1 ? 'error' : 'errors', count: one.faulty, color: 'warning.main' },
  ];
  return (
    <SectionCard title={<Outcome one={one} />} aside={<ReportButton one={one} />}>
      <Box
        aria-hidden
        sx={{ display: 'flex', gap: '2px', height: 10, borderRadius: 99, overflow: 'hidden' }}
      >
        {parts
          .filter(({ count }) => count > 0)
          .map(({ name, count, color }) => (
            <Box key={name} sx={{ flexGrow: count, minWidth: 6, bgcolor: color }} />
          ))}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.5, mt: 1.5 }}>
        {parts.map(({ name, count, color }) => (
          <Box key={name} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
            <Box aria-hidden sx={{ width: 10, height: 10, borderRadius: 99, bgcolor: color }} />
            <span>
              <b>{count.toLocaleString('en-GB')}</b> {name}
            </span>
          </Box>
        ))}
      </Box>
      {one.state === 'undone' && one.appliedAt && <LeftAlone importId={one.id} />}
    </SectionCard>
  );
};

const Outcome = ({ one }: Props) => {
  const { state, appliedAt, undoneAt, changes, unchanged, faulty } = one;
  if (state === 'applied' && appliedAt)
    return `${counted(changes, 'contact', 'contacts')} updated on ${exactTime(appliedAt)}`;
  if (undoneAt) return `${appliedAt ? 'Undone' : 'Discarded'} on ${exactTime(undoneAt)}`;
  return counted(changes + unchanged + faulty, 'row', 'rows');
};

/** Undoing leaves contacts alone that were edited after the import. */
const LeftAlone = ({ importId }: { importId: string }) => {
  const { total = 0 } = useGetList('contact-import-lines', {
    filter: { importId, outcome: 'change', problem_neq: null },
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'line', order: 'ASC' },
  });
  if (total === 0) return null;
  return (
    <Typography color="warning" sx={{ mt: 1.5 }}>
      {total === 1
        ? '1 contact was edited later and wasn’t reverted.'
        : `${total.toLocaleString('en-GB')} contacts were edited later and weren’t reverted.`}
    </Typography>
  );
};
