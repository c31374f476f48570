import ContentCopy from '@mui/icons-material/ContentCopy';
import OpenInNew from '@mui/icons-material/OpenInNew';
import { Button } from '@mui/material';
import type { SoftwareRecord } from '../../../api/software/resource.ts';
import { guideText } from '../../../journey/content/guide-text.ts';
import { guideOf } from '../../../journey/content/software.ts';
import { useCopy } from '../useCopy.ts';

/** Buttons that open the official guide and copy ours. */
export const GuideActions = ({ software }: { software: SoftwareRecord }) => {
  const copy = useCopy();
  const guide = guideOf(software.id);
  return (
    <>
      {software.guideUrl && (
        <Button
          variant="outlined"
          startIcon={<OpenInNew />}
          href={software.guideUrl}
          target="_blank"
          rel="noreferrer"
        >
          Official guide
        </Button>
      )}
      {guide && (
        <Button
          variant="outlined"
          startIcon={<ContentCopy />}
          onClick={() => copy(guideText(software, guide), 'Guide copied')}
        >
          Copy
        </Button>
      )}
    </>
  );
};
