import { Box, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import { fetchJson } from '../shared/http.ts';
import { SectionCard } from '../shared/SectionCard.tsx';

const FIELDS = ['senderName', 'supportPhone', 'supportEmail'] as const;

/** The page of a customer's link, as it would be with what is written in the form. */
export const LinkPagePreview = () => {
  const { control } = useFormContext();
  const values: unknown[] = useWatch({ control, name: [...FIELDS] });
  const wished = values.flatMap((value, index) =>
    value ? [[FIELDS[index] ?? '', String(value)]] : [],
  );
  const query = new URLSearchParams(wished).toString();
  const { data } = useQuery({
    queryKey: ['link-page-preview', query],
    queryFn: async () => (await fetchJson(`/api/link-page-preview?${query}`)).body,
    placeholderData: keepPreviousData,
  });
  return (
    <SectionCard title="The page of a link">
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        For an example customer who uses Oracle NetSuite, on a telephone.
      </Typography>
      <Box
        component="iframe"
        title="The page of a link"
        srcDoc={data}
        // Apart from this page, whatever it holds. It has no script; one is allowed for those who inspect it.
        sandbox="allow-scripts"
        sx={{
          width: 1,
          maxWidth: 390,
          height: 720,
          border: 1,
          borderColor: 'divider',
          borderRadius: 2,
        }}
      />
    </SectionCard>
  );
};
