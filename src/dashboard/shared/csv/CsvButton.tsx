import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import { IconButton } from '@mui/material';
import type { Figures } from '../figures/figuresOf.tsx';
import { ownZone } from '../period/period-labels.ts';
import { useTimeZone } from '../period/useTimeZone.ts';
import { type Answer, csvName } from './csvName.ts';
import { saveCsv } from './saveCsv.ts';
import { useSave } from './useSave.ts';

type Props = {
  title: string;
  /** Undefined while it loads. */
  answer: Answer | undefined;
  figures: Figures | undefined;
};

/** Saves a card’s table as a CSV file. */
export const CsvButton = ({ title, answer, figures }: Props) => {
  const timeZone = useTimeZone();
  const { mutate, isPending } = useSave(async () => {
    if (answer && figures)
      await saveCsv(
        figures.rows.map(({ csv }) => csv),
        csvName(title, answer, timeZone ?? ownZone()),
      );
  });
  return (
    <IconButton
      size="small"
      aria-label={`Download as CSV: ${title}`}
      title="Download as CSV"
      disabled={!figures?.rows.length}
      loading={isPending}
      onClick={() => mutate()}
    >
      <DownloadOutlined fontSize="small" />
    </IconButton>
  );
};
