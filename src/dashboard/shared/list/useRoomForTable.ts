import { type Theme, useMediaQuery } from '@mui/material';

/** Whether the screen has room for a table. Otherwise lists show cards. */
export const useRoomForTable = (): boolean =>
  useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'));
