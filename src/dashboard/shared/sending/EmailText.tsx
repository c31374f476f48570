import { Box, Typography } from '@mui/material';
import { useState } from 'react';
import type { RenderedEmail } from '../../../api/email-templates/bodies.ts';
import { PillSwitch } from '../PillSwitch.tsx';

const FORMS = { html: 'Formatted', text: 'Plain text' } as const;

type Props = { email: RenderedEmail; tall?: boolean | undefined };

/** An e-mail as its reader sees it, formatted or as plain text. */
export const EmailText = ({ email: { subject, html, text }, tall = false }: Props) => {
  const height = tall ? 680 : 480;
  const [form, setForm] = useState<keyof typeof FORMS>('html');
  return (
    <Box component="section" aria-label="Preview">
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap', mb: 1 }}>
        <Typography sx={{ fontWeight: 600, flex: '1 1 200px', overflowWrap: 'anywhere' }}>
          <bdi>{subject}</bdi>
        </Typography>
        <PillSwitch label="Form of the preview" value={form} options={FORMS} onChange={setForm} />
      </Box>
      <Box sx={{ border: 1, borderColor: 'line.main', borderRadius: 1, overflow: 'hidden' }}>
        {form === 'html' ? (
          <Formatted html={html} height={height} />
        ) : (
          <Plain text={text} height={height} />
        )}
      </Box>
    </Box>
  );
};

/** Apart from this page, whatever it holds. It has no script; one is allowed for those who inspect it. */
const Formatted = ({ html, height }: { html: string; height: number }) => (
  <Box
    component="iframe"
    title="The e-mail as it looks"
    sandbox="allow-scripts"
    srcDoc={html}
    sx={{ display: 'block', width: '100%', height, border: 0 }}
  />
);

const Plain = ({ text, height }: { text: string; height: number }) => (
  <Typography
    component="pre"
    tabIndex={0}
    sx={{ m: 0, p: 2, maxHeight: height, overflow: 'auto', whiteSpace: 'pre-wrap', fontSize: 13 }}
  >
    {text}
  </Typography>
);
