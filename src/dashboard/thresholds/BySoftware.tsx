import { Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import type { ObservedRecord, RulePreviewRecord } from '../../api/stuck-rules/schemas.ts';
import { formatNumber } from '../../common/locale.ts';
import { COMPLEXITIES } from '../../journey/software-entry.ts';
import { FiguresTable } from '../shared/figures/FiguresTable.tsx';
import { COMPLEXITY_LABELS } from '../shared/journey/complexity.ts';
import { SoftwareName } from '../shared/SoftwareName.tsx';
import { rangeLabel, timeLabel } from './labels.ts';

const COLUMNS = ['Software', 'Half within', '90% within', '95% interval', 'Journeys', 'Not yet'];

type Props = { times: RulePreviewRecord; workingTime: boolean };

/** The observed times by complexity and, on demand, by software. */
export const BySoftware = ({ times: { byComplexity, bySoftware }, workingTime }: Props) => {
  const [open, setOpen] = useState(false);
  const complexities = COMPLEXITIES.flatMap((complexity) =>
    byComplexity
      ? [rowOf(complexity, COMPLEXITY_LABELS[complexity], byComplexity[complexity], workingTime)]
      : [],
  );
  const apps = bySoftware.map(({ software, observed }) =>
    rowOf(software, <SoftwareName id={software} />, observed, workingTime),
  );
  const rows = open ? [...complexities, ...apps] : complexities;
  return (
    <>
      {rows.length > 0 && <FiguresTable label="Observed times" columns={COLUMNS} rows={rows} />}
      {apps.length > 0 && (
        <Button onClick={() => setOpen(!open)} aria-expanded={open} sx={{ justifySelf: 'start' }}>
          {open ? 'Hide software' : 'Show by software'}
        </Button>
      )}
    </>
  );
};

const rowOf = (id: string, name: ReactNode, observed: ObservedRecord, workingTime: boolean) => {
  const { median, p90, p90Interval, of, open, tooFew } = observed;
  const time = (hours: number | null): string => {
    if (hours !== null) return timeLabel(hours, workingTime);
    return tooFew ? 'too few' : 'never';
  };
  return {
    id,
    cells: [
      name,
      time(median),
      time(p90),
      p90 === null ? '–' : rangeLabel(p90Interval, workingTime),
      formatNumber(of),
      formatNumber(open),
    ],
  };
};
