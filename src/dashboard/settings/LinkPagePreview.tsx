import { Box, Skeleton, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import { Failure } from '../shared/Failure.tsx';
import { useSettled } from '../shared/forms/useSettled.ts';
import { fetchJson } from '../shared/http.ts';
import { SectionCard } from '../shared/SectionCard.tsx';

const FIELDS = ['senderName', 'supportPhone', 'supportEmail'] as const;

const HEIGHT = 720;

/** The query that previews the form’s values; empty until they are loaded. */
const queryOf = (values: unknown[]): string => {
  if (values.every((value) => value === undefined)) return '';
  const given = FIELDS.map((field, index) => [field, String(values[index] ?? '')]);
  return new URLSearchParams(given).toString();
};

/** The link page as it would look with the form’s current values. */
export const LinkPagePreview = () => {
  const { control } = useFormContext();
  const values: unknown[] = useWatch({ control, name: [...FIELDS] });
  const query = useSettled(queryOf(values));
  const { data, error, refetch } = useQuery({
    queryKey: ['link-page-preview', query],
    queryFn: async () => (await fetchJson(`/api/link-page-preview?${query}`)).body,
    // Not before the settings are loaded: each response makes the frame load a page.
    enabled: query !== '',
    placeholderData: keepPreviousData,
  });
  return (
    <SectionCard title="Link page preview">
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        Example customer with Oracle NetSuite, on a phone
      </Typography>
      {error && !data && <Failure error={error} onRetry={() => refetch()} />}
      {data && <Page html={data} />}
      {!data && !error && <Skeleton variant="rounded" height={HEIGHT} />}
    </SectionCard>
  );
};

const Page = ({ html }: { html: string }) => (
  <Box
    component="iframe"
    // A frame that loads another page adds it to the history. A new frame doesn’t.
    key={html}
    title="Link page preview"
    srcDoc={html}
    // Sandboxed, whatever it contains. The page has no script; scripts are allowed for accessibility checkers.
    sandbox="allow-scripts"
    sx={{
      width: 1,
      maxWidth: 390,
      height: HEIGHT,
      border: 1,
      borderColor: 'divider',
      borderRadius: 2,
    }}
  />
);
