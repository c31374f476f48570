import { Box, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useState } from 'react';
import type { RenderedEmail } from '../../api/email-templates/bodies.ts';

/** An e-mail as its reader sees it, formatted or as plain text. */
export const EmailText = ({ subject, html, text }: RenderedEmail) => {
  const [form, setForm] = useState<'html' | 'text'>('html');
  return (
    <Box component="section" aria-label="Preview">
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap', mb: 1 }}>
        <Typography sx={{ fontWeight: 600, flex: '1 1 200px', overflowWrap: 'anywhere' }}>
          <bdi>{subject}</bdi>
        </Typography>
        <ToggleButtonGroup
          size="small"
          exclusive
          value={form}
          onChange={(_, chosen) => chosen && setForm(chosen)}
          aria-label="Form of the preview"
        >
          <ToggleButton value="html">Formatted</ToggleButton>
          <ToggleButton value="text">Plain text</ToggleButton>
        </ToggleButtonGroup>
      </Box>
      <Box sx={{ border: 1, borderColor: 'line.main', borderRadius: 1, overflow: 'hidden' }}>
        {form === 'html' ? <Formatted html={html} /> : <Plain text={text} />}
      </Box>
    </Box>
  );
};

/** Apart from this page, whatever it holds. It has no script; one is allowed for those who inspect it. */
const Formatted = ({ html }: { html: string }) => (
  <Box
    component="iframe"
    title="The e-mail as it looks"
    sandbox="allow-scripts"
    srcDoc={html}
    sx={{ display: 'block', width: '100%', height: 480, border: 0 }}
  />
);

const Plain = ({ text }: { text: string }) => (
  <Typography
    component="pre"
    tabIndex={0}
    sx={{ m: 0, p: 2, maxHeight: 480, overflow: 'auto', whiteSpace: 'pre-wrap', fontSize: 13 }}
  >
    {text}
  </Typography>
);
