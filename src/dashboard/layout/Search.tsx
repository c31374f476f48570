import SearchIcon from '@mui/icons-material/Search';
import { Box, InputAdornment, TextField } from '@mui/material';
import type { FormEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import { useShortcut } from '../shared/keyboard/useShortcut.ts';
import { SHOW_ALL } from '../shared/list/showAll.ts';

const searchFor = (q: string): string => `?filter=${encodeURIComponent(JSON.stringify({ q }))}`;

/** Searches customers by name, contact, email, phone or ID, from every page. */
export const Search = () => {
  const navigate = useNavigate();
  const { shortcut } = useShortcut('/');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const q = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    navigate(`/customers${q ? searchFor(q) : SHOW_ALL}`);
    // The list shows what was searched for and can change it.
    event.currentTarget.reset();
  };
  return (
    <Box component="search" sx={{ flex: '0 1 380px', minWidth: 0 }}>
      <form onSubmit={submit}>
        <TextField
          name="q"
          type="search"
          placeholder="Search customers"
          margin="none"
          slotProps={{
            htmlInput: { 'aria-label': 'Search customers', ...shortcut },
            input: {
              startAdornment: (
                <InputAdornment position="start">
                  <SearchIcon fontSize="small" />
                </InputAdornment>
              ),
            },
          }}
        />
      </form>
    </Box>
  );
};
