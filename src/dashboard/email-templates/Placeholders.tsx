import ExpandMore from '@mui/icons-material/ExpandMore';
import {
  Accordion,
  AccordionDetails,
  AccordionSummary,
  Box,
  Button,
  Typography,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useFormContext } from 'react-hook-form';
import { fetchJson } from '../http.ts';

type Placeholder = { name: string; meaning: string };

/** What can be filled in, to put at the end of the text by a click. */
export const Placeholders = () => {
  const { getValues, setValue } = useFormContext();
  const { data = [] } = useQuery<Placeholder[]>({
    queryKey: ['email-templates', 'placeholders'],
    queryFn: async () => (await fetchJson('/api/email-templates/placeholders')).json,
  });
  const add = (name: string) =>
    setValue('body', `${getValues('body') ?? ''}{{ ${name} }}`, { shouldDirty: true });
  return (
    <Accordion disableGutters sx={{ mt: 1, '&::before': { display: 'none' } }}>
      <AccordionSummary expandIcon={<ExpandMore />} sx={{ px: 0 }}>
        <Typography component="span">Placeholders</Typography>
      </AccordionSummary>
      <AccordionDetails sx={{ p: 0, maxHeight: 260, overflow: 'auto' }}>
        <Box component="dl" sx={{ m: 0 }}>
          {data.map(({ name, meaning }) => (
            <Box
              key={name}
              sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}
            >
              <dt>
                <Button onClick={() => add(name)} sx={{ fontFamily: 'monospace' }}>
                  {`{{ ${name} }}`}
                </Button>
              </dt>
              <Typography component="dd" variant="body2" color="textSecondary" sx={{ m: 0 }}>
                {meaning}
              </Typography>
            </Box>
          ))}
        </Box>
      </AccordionDetails>
    </Accordion>
  );
};
