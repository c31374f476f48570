import { Box, Link } from '@mui/material';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link as RouterLink } from 'react-router-dom';
import type { MarksAnswer } from '../../../api/metrics/marks.ts';
import { dateLabel } from '../figures/labels.ts';

/** The marks of a chart, folded away: what may have moved its numbers, and when. Keeps its place while they load. */
export const MarkNotes = ({ answer: { data, error } }: { answer: UseQueryResult<MarksAnswer> }) => (
  <Box sx={{ minHeight: 22, fontSize: 13, color: 'text.secondary' }}>
    {error && !data && 'Changes can’t be shown.'}
    {data?.marks.length === 0 && 'No changes to templates or thresholds, and no incidents.'}
    {data && data.marks.length > 0 && (
      <Box component="details" sx={{ '& summary': { cursor: 'pointer', py: 0.5 } }}>
        <summary>{`Changes and incidents, marked by lines (${data.marks.length})`}</summary>
        <Box component="ul" sx={{ m: 0, mt: 0.5, p: 0, listStyle: 'none' }}>
          {data.marks.map(({ at, day, label, path }) => (
            <li key={`${at} ${label}`}>
              <time dateTime={at}>{dateLabel(day)}</time>{' '}
              <Link component={RouterLink} to={path} color="inherit" underline="always">
                {label}
              </Link>
            </li>
          ))}
        </Box>
      </Box>
    )}
  </Box>
);
