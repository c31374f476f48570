import { Box } from '@mui/material';
import type { HTMLAttributes } from 'react';
import { TwoLines } from '../../shared/TwoLines.tsx';
import type { Entry } from './entry.ts';
import { markedParts } from './marks.ts';

type Props = { entry: Entry; query: string; option: HTMLAttributes<HTMLLIElement> };

/** One line of the palette, or two, with what the query finds marked. */
export const PaletteOption = ({ entry, query, option }: Props) => {
  const { label, details, icon: Icon } = entry;
  return (
    <Box
      component="li"
      {...option}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        minHeight: 40,
        px: 1.5,
        py: 0.5,
        borderRadius: 1,
        cursor: 'pointer',
        '&.Mui-focused': { bgcolor: 'action.hover', boxShadow: 'inset 2px 0 currentColor' },
      }}
    >
      <Icon fontSize="small" sx={{ color: 'text.secondary' }} />
      <TwoLines
        first={<Marked text={label} query={query} />}
        second={details && <Marked text={details} query={query} />}
      />
    </Box>
  );
};

const Marked = ({ text, query }: { text: string; query: string }) => (
  <bdi>
    {markedParts(text, query).map(({ text, marked }, index) =>
      marked ? (
        // The parts of a text have no other name than their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <Box key={index} component="mark" sx={{ color: 'inherit', bgcolor: 'tint.warn' }}>
          {text}
        </Box>
      ) : (
        text
      ),
    )}
  </bdi>
);
