import { Alert, Box, Skeleton, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useState } from 'react';
import type { RenderedEmail } from '../../api/email-templates/bodies.ts';

type Props = { data: RenderedEmail | undefined; error: Error | null };

/** An e-mail as its reader will see it, formatted or as plain text. */
export const EmailPreview = ({ data, error }: Props) => {
  const [form, setForm] = useState<'html' | 'text'>('html');
  if (error) return <Alert severity="error">{error.message}</Alert>;
  if (!data) return <Skeleton variant="rounded" height={360} />;
  return (
    <Box component="section" aria-label="Preview">
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 1 }}>
        <Typography sx={{ fontWeight: 600, minWidth: 0, overflowWrap: 'anywhere' }}>
          {data.subject}
        </Typography>
        <ToggleButtonGroup
          size="small"
          exclusive
          value={form}
          onChange={(_, chosen) => chosen && setForm(chosen)}
          aria-label="Form of the preview"
          sx={{ ml: 'auto' }}
        >
          <ToggleButton value="html">Formatted</ToggleButton>
          <ToggleButton value="text">Plain text</ToggleButton>
        </ToggleButtonGroup>
      </Box>
      <Box sx={{ border: 1, borderColor: 'line.main', borderRadius: 1, overflow: 'hidden' }}>
        {form === 'html' ? <Formatted html={data.html} /> : <Plain text={data.text} />}
      </Box>
    </Box>
  );
};

/** In a frame that may do nothing: no script, no form, and not of this origin. */
const Formatted = ({ html }: { html: string }) => (
  <Box
    component="iframe"
    title="The e-mail as it will look"
    sandbox=""
    srcDoc={html}
    sx={{ display: 'block', width: '100%', height: 420, border: 0 }}
  />
);

const Plain = ({ text }: { text: string }) => (
  <Typography
    component="pre"
    sx={{ m: 0, p: 2, maxHeight: 420, overflow: 'auto', whiteSpace: 'pre-wrap', fontSize: 13 }}
  >
    {text}
  </Typography>
);
