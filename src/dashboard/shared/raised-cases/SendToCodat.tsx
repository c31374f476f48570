import ContentCopy from '@mui/icons-material/ContentCopy';
import MailOutline from '@mui/icons-material/MailOutlined';
import OpenInNew from '@mui/icons-material/OpenInNew';
import { Box, Button } from '@mui/material';
import { useWatch } from 'react-hook-form';
import { cut } from '../../../common/cut.ts';
import { useCopy } from '../useCopy.ts';
import { CODAT_SUPPORT, portalUrl } from './codatReport.ts';

/** In characters. Mail programs and browsers cut longer links off. */
const LONGEST_BODY = 1500;

const mailto = (companyId: string, text: string): string => {
  const subject = encodeURIComponent(`Company ${companyId} can’t connect`);
  return `mailto:${CODAT_SUPPORT}?subject=${subject}&body=${encodeURIComponent(cut(text, LONGEST_BODY))}`;
};

/** Ways to bring the text of the form to Codat’s support. */
export const SendToCodat = ({ companyId }: { companyId: string }) => {
  const copy = useCopy();
  const typed: unknown = useWatch({ name: 'text' });
  const text = typeof typed === 'string' ? typed : '';
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}>
      <Button
        variant="outlined"
        startIcon={<ContentCopy />}
        onClick={() => copy(text, 'Details copied')}
      >
        Copy details
      </Button>
      <Button variant="outlined" startIcon={<MailOutline />} href={mailto(companyId, text)}>
        Email Codat
      </Button>
      <Button
        variant="outlined"
        startIcon={<OpenInNew />}
        href={portalUrl(companyId)}
        target="_blank"
        rel="noreferrer"
      >
        Open in Codat’s portal
      </Button>
    </Box>
  );
};
