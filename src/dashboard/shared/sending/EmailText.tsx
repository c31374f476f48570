import { Box, Typography } from '@mui/material';
import { useState } from 'react';
import type { RenderedEmail } from '../../../api/email-templates/bodies.ts';
import { PillSwitch } from '../PillSwitch.tsx';

const FORMATS = { html: 'HTML', text: 'Plain text' } as const;

type Props = { email: RenderedEmail; tall?: boolean | undefined };

/** An email as its recipient sees it, as HTML or as plain text. */
export const EmailText = ({ email: { subject, html, text }, tall = false }: Props) => {
  const height = tall ? 680 : 480;
  const [format, setFormat] = useState<keyof typeof FORMATS>('html');
  return (
    <Box component="section" aria-label="Preview">
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap', mb: 1 }}>
        <Typography sx={{ fontWeight: 600, flex: '1 1 200px', overflowWrap: 'anywhere' }}>
          <bdi>{subject}</bdi>
        </Typography>
        <PillSwitch label="Preview format" value={format} options={FORMATS} onChange={setFormat} />
      </Box>
      <Box sx={{ border: 1, borderColor: 'line.main', borderRadius: 1, overflow: 'hidden' }}>
        {format === 'html' ? (
          <Html html={html} height={height} />
        ) : (
          <PlainText text={text} height={height} />
        )}
      </Box>
    </Box>
  );
};

/** Sandboxed, whatever it contains. Emails have no script; scripts are allowed for accessibility checkers. */
const Html = ({ html, height }: { html: string; height: number }) => (
  <Box
    component="iframe"
    // A frame that loads another page adds it to the history. A new frame doesn’t.
    key={html}
    title="Email preview"
    sandbox="allow-scripts"
    srcDoc={html}
    sx={{ display: 'block', width: '100%', height, border: 0 }}
  />
);

const PlainText = ({ text, height }: { text: string; height: number }) => (
  <Typography
    component="pre"
    tabIndex={0}
    sx={{ m: 0, p: 2, maxHeight: height, overflow: 'auto', whiteSpace: 'pre-wrap', fontSize: 13 }}
  >
    {text}
  </Typography>
);
