import { Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import type { ObservedRecord, RulePreviewRecord } from '../../api/stuck-rules/schemas.ts';
import { formatNumber } from '../../common/locale.ts';
import { FiguresTable } from '../shared/figures/FiguresTable.tsx';
import { hoursLabel } from '../shared/figures/labels.ts';
import { SoftwareName } from '../shared/SoftwareName.tsx';
import { rangeLabel } from './labels.ts';

const COLUMNS = ['Software', 'Half within', '90% within', '95% interval', 'Journeys', 'Not yet'];

const hoursOf = (hours: number | null, { tooFew }: ObservedRecord): string => {
  if (hours !== null) return hoursLabel(hours);
  return tooFew ? 'too few' : 'never';
};

const rowOf = (id: string, name: ReactNode, observed: ObservedRecord) => ({
  id,
  cells: [
    name,
    hoursOf(observed.median, observed),
    hoursOf(observed.p90, observed),
    observed.p90 === null ? '–' : rangeLabel(observed.p90Interval),
    formatNumber(observed.of),
    formatNumber(observed.open),
  ],
});

/** The observed times by complexity and, on demand, by software. */
export const BySoftware = ({
  times: { byComplexity, bySoftware },
}: {
  times: RulePreviewRecord;
}) => {
  const [open, setOpen] = useState(false);
  const complexities = byComplexity
    ? [
        rowOf('simple', 'Simple', byComplexity.simple),
        rowOf('moderate', 'Moderate', byComplexity.moderate),
        rowOf('complex', 'Complex', byComplexity.complex),
      ]
    : [];
  const apps = open
    ? bySoftware.map(({ software, observed }) =>
        rowOf(software, <SoftwareName id={software} />, observed),
      )
    : [];
  return (
    <>
      {complexities.length + apps.length > 0 && (
        <FiguresTable label="Observed times" columns={COLUMNS} rows={[...complexities, ...apps]} />
      )}
      {bySoftware.length > 0 && (
        <Button onClick={() => setOpen(!open)} aria-expanded={open} sx={{ justifySelf: 'start' }}>
          {open ? 'Hide software' : 'Show by software'}
        </Button>
      )}
    </>
  );
};
