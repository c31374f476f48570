import LinkIcon from '@mui/icons-material/LinkOutlined';
import { IconButton } from '@mui/material';
import { useHref, useLocation } from 'react-router-dom';
import type { UnitPeriod } from '../../../journey/metrics/named-period.ts';
import { useCopy } from '../useCopy.ts';
import { withDates } from './usePeriod.ts';

const LABEL = 'Copy a link to these dates';

/** Copies a link to the page with its dates. Its address may only name them: tomorrow, “this week” is longer. */
export const CopyDatesButton = ({ period }: { period: UnitPeriod }) => {
  const copy = useCopy();
  const { pathname, search } = useLocation();
  const href = useHref({ pathname, search: `${withDates(new URLSearchParams(search), period)}` });
  return (
    <IconButton
      aria-label={LABEL}
      data-tooltip={LABEL}
      size="small"
      onClick={() => copy(new URL(href, window.location.href).href, 'Link to these dates copied')}
    >
      <LinkIcon fontSize="small" />
    </IconButton>
  );
};
