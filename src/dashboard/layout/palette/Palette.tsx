import SearchIcon from '@mui/icons-material/Search';
import {
  Box,
  CircularProgress,
  Dialog,
  InputAdornment,
  InputBase,
  Typography,
  useAutocomplete,
} from '@mui/material';
import { visuallyHidden } from '@mui/utils';
import { type SyntheticEvent, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { Failure } from '../../shared/Failure.tsx';
import { counted } from '../../shared/format/counted.ts';
import type { Entry } from './entry.ts';
import { PaletteOption } from './PaletteOption.tsx';
import type { Offered } from './useCommands.ts';
import { useEntries } from './useEntries.ts';

const listSx = { m: 0, p: 0, listStyle: 'none' };

type Props = Offered & {
  /** What is in the field at first. */
  initialText?: string;
  onClose: () => void;
};

/** Whether a click or a key asks for a new tab, as with links. */
const asksForTab = ({ nativeEvent }: SyntheticEvent): boolean =>
  (nativeEvent instanceof KeyboardEvent || nativeEvent instanceof MouseEvent) &&
  (nativeEvent.ctrlKey || nativeEvent.metaKey);

/** Finds customers, software, pages and actions as one types. */
export const Palette = (props: Props) => (
  <Dialog
    open
    onClose={props.onClose}
    aria-label="Search"
    fullWidth
    maxWidth="sm"
    sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
  >
    {/* Within the dialog, as its field must be there from the start. */}
    <Combobox {...props} />
  </Dialog>
);

/** By the WAI-ARIA patterns: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
const Combobox = ({ initialText = '', onClose, ...offered }: Props) => {
  const [text, setText] = useState(initialText);
  const { entries, error, isWaiting, refetch } = useEntries(text, offered);
  const navigate = useNavigate();
  const choose = (event: SyntheticEvent, entry: Entry | null) => {
    if (!entry) return;
    if ('to' in entry && asksForTab(event)) {
      window.open(`#${entry.to}`, '_blank', 'noopener');
      return;
    }
    onClose();
    if ('to' in entry) navigate(entry.to);
    else entry.run();
  };
  const { getRootProps, getInputProps, getListboxProps, getOptionProps } = useAutocomplete({
    options: entries,
    value: null,
    open: true,
    inputValue: text,
    onInputChange: (_, value, reason) => {
      if (reason === 'input') setText(value);
    },
    onChange: choose,
    onClose: (_, reason) => {
      if (reason === 'escape') onClose();
    },
    // By it, the highlighted entry is found among those that come later.
    getOptionLabel: ({ key }) => key,
    isOptionEqualToValue: (a, b) => a.key === b.key,
    // The server knows what matches.
    filterOptions: (all) => all,
    autoHighlight: true,
    clearOnBlur: false,
  });
  const { ref, ...inputProps } = getInputProps();
  const groups = Map.groupBy(entries.entries(), ([, { group }]) => group);
  return (
    <div {...getRootProps()}>
      <InputBase
        autoFocus
        fullWidth
        placeholder="Customers, software, pages and actions"
        inputRef={ref}
        inputProps={{ ...inputProps, 'aria-label': 'Search', enterKeyHint: 'go' }}
        startAdornment={
          <InputAdornment position="start">
            <SearchIcon fontSize="small" />
          </InputAdornment>
        }
        endAdornment={isWaiting && <CircularProgress size={18} />}
        sx={{ px: 2, py: 1.25, borderBottom: 1, borderColor: 'divider', fontSize: 16 }}
      />
      <Typography role="status" sx={visuallyHidden}>
        {counted(entries.length, 'result', 'results')}
      </Typography>
      <Box sx={{ overflowY: 'auto', maxHeight: 'min(60dvh, 520px)', p: 1 }}>
        {entries.length > 0 && (
          <Box component="ul" {...getListboxProps()} aria-label="Results" sx={listSx}>
            {[...groups].map(([group, members]) => (
              <Box component="li" key={group} role="group" aria-label={group}>
                <GroupHeading>{group}</GroupHeading>
                <Box component="ul" role="presentation" sx={listSx}>
                  {members.map(([index, entry]) => {
                    const { key, ...option } = getOptionProps({ option: entry, index });
                    return <PaletteOption key={key} entry={entry} query={text} option={option} />;
                  })}
                </Box>
              </Box>
            ))}
          </Box>
        )}
        {error && <Failure error={error} onRetry={refetch} />}
        {!error && entries.length === 0 && (
          <EmptyState title={`Nothing found for “${text.trim()}”`}>
            Try part of a name, an email address, a phone number or an ID.
          </EmptyState>
        )}
      </Box>
    </div>
  );
};

/** For the eye: the group itself has the name. */
const GroupHeading = ({ children }: { children: string }) => (
  <Box
    aria-hidden
    sx={{ px: 1.5, pt: 1, pb: 0.5, fontSize: 12, fontWeight: 560, color: 'text.secondary' }}
  >
    {children}
  </Box>
);
