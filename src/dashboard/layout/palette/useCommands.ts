import Logout from '@mui/icons-material/Logout';
import SkipNext from '@mui/icons-material/SkipNext';
import { useGetIdentity } from 'react-admin';
import { may, type Role } from '../../../common/permissions.ts';
import { useOpenDialog } from '../../shared/dialogs/OpenDialogs.tsx';
import { useNextCase } from '../../shared/next-case/useNextCase.ts';
import type { Command } from '../../shared/pages/definitions.ts';
import type { Menu } from '../Navigation.tsx';
import { useSignOut } from '../sign-in/useSignOut.ts';
import { useOtherTheme } from '../ThemeButton.tsx';
import type { Entry } from './entry.ts';

/** What the app offers on every page. */
export type Offered = { menu: Menu; commands: readonly Command[] };

/** The pages that the user may open, and then what else they can do from everywhere. */
export const useCommands = ({ menu, commands }: Offered): Entry[] => {
  const { identity } = useGetIdentity();
  const role: Role | undefined = identity?.role;
  const openDialog = useOpenDialog();
  const { openNextCase } = useNextCase();
  const nextCase = () => openNextCase({ filter: {} });
  const theme = useOtherTheme();
  const signOut = useSignOut();
  const isAllowed = ({ requires }: Pick<Command, 'requires'>): boolean =>
    !requires || (role !== undefined && may(role, requires.action, requires.resource));
  const ofMenu = menu.filter(isAllowed).map(
    ({ name, label, icon, search = '' }): Entry => ({
      ...{ key: name, group: 'Pages', label, icon },
      to: `/${name}${search}`,
    }),
  );
  const others = commands.filter(isAllowed).map((command): Entry => {
    const { label, icon, synonyms } = command;
    const entry = { key: label, label, icon, synonyms };
    return 'to' in command
      ? { ...entry, group: 'Pages', to: command.to }
      : { ...entry, group: 'Actions', run: () => openDialog(command.dialog) };
  });
  return [
    ...ofMenu,
    ...others.filter(({ group }) => group === 'Pages'),
    ...others.filter(({ group }) => group === 'Actions'),
    { key: 'next case', group: 'Actions', label: 'Next case', icon: SkipNext, run: nextCase },
    { key: 'theme', group: 'Actions', synonyms: 'dark light mode', ...theme },
    { key: 'sign out', group: 'Actions', label: 'Sign out', icon: Logout, run: signOut },
  ];
};
