import { Box, Typography } from '@mui/material';
import { Ago } from '../shared/format/Ago.tsx';
import { useNow } from '../shared/format/useNow.ts';
import { Pill } from '../shared/Pill.tsx';
import { PersonName } from '../shared/people/PersonName.tsx';
import { TwoLines } from '../shared/TwoLines.tsx';
import { type ApiKeyRecord, SCOPE_LABELS, validityOf } from './labels.ts';
import { RevokeButton } from './RevokeButton.tsx';
import { RotateButton } from './RotateButton.tsx';

/** One key: what it is for, whether it is used, how long it works, and buttons to rotate and revoke it. */
export const ApiKeyRow = ({ apiKey }: { apiKey: ApiKeyRecord }) => {
  const { name, start, scopes, createdAt, createdById, lastUsedAt } = apiKey;
  const { sentence, pill } = validityOf(apiKey, useNow());
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { md: 'minmax(0, 1fr) 160px 190px 170px auto' },
        columnGap: 2,
        rowGap: 0.75,
        alignItems: 'center',
        px: 2,
        py: 1.25,
        borderBottom: 1,
        borderColor: 'line.faint',
        '&:last-child': { borderBottom: 0 },
      }}
    >
      <TwoLines
        first={
          <>
            <bdi>{name}</bdi> {pill && <Pill {...pill} />}
          </>
        }
        second={<code>{start}…</code>}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
        {scopes.map((scope) => (
          <Pill key={scope} tone="brand">
            {SCOPE_LABELS[scope].label}
          </Pill>
        ))}
      </Box>
      <TwoLines
        first={lastUsedAt ? <LastUsed at={lastUsedAt} /> : 'Never used'}
        second={sentence}
      />
      <Typography component="div" variant="body2" color="textSecondary">
        Created <Ago at={createdAt} suffix=" ago" /> by <PersonName id={createdById} />
      </Typography>
      <Box sx={{ display: 'flex', gap: 1 }}>
        <RotateButton apiKey={apiKey} />
        <RevokeButton apiKey={apiKey} />
      </Box>
    </Box>
  );
};

const LastUsed = ({ at }: { at: string }) => (
  <>
    Used <Ago at={at} suffix=" ago" />
  </>
);
