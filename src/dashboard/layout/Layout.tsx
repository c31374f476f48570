import { Box, Drawer } from '@mui/material';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { Error as ErrorPage, type LayoutProps, SkipNavigationButton } from 'react-admin';
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary';
import { OpenDialogs } from '../shared/dialogs/OpenDialogs.tsx';
import type { Command } from '../shared/pages/definitions.ts';
import { loadInAdvance } from '../shared/pages/lazyComponent.ts';
import { MeProvider } from '../shared/people/useMe.tsx';
import { SoftwareProvider } from '../shared/useSoftware.tsx';
import { type Menu, Navigation } from './Navigation.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { SignInAgain } from './sign-in/SignInAgain.tsx';
import { TopBar } from './TopBar.tsx';
import { Updating } from './Updating.tsx';
import { useKeptFocus } from './useKeptFocus.ts';
import { Waiting } from './Waiting.tsx';

const WIDTH = 200;

/** In milliseconds: after what is on the screen has loaded. */
const LOAD_IN_ADVANCE_AFTER = 3000;

type Props = LayoutProps & { menuEntries: Menu; commands: readonly Command[] };

/** The frame of every page, and what they all need. */
export const Layout = (props: Props) => (
  <MeProvider>
    <SoftwareProvider>
      <Frame {...props} />
    </SoftwareProvider>
  </MeProvider>
);

/** The menu on the left (a drawer on small screens) and a bar on top. */
const Frame = ({ children, menuEntries, commands }: Props) => {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const main = useKeptFocus();
  useEffect(() => {
    const timer = setTimeout(loadInAdvance, LOAD_IN_ADVANCE_AFTER);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Box sx={{ display: 'flex', minHeight: '100vh', bgcolor: 'background.default' }}>
      <SkipNavigationButton />
      <SignInAgain />
      <Shortcuts main={main} />
      <SideBar>
        <Navigation menu={menuEntries} onNavigate={close} />
      </SideBar>
      <Drawer open={open} onClose={close} sx={{ display: { lg: 'none' } }}>
        <Box sx={{ width: WIDTH, height: '100%' }}>
          <Navigation menu={menuEntries} onNavigate={close} />
        </Box>
      </Drawer>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <OpenDialogs>
          <TopBar menu={menuEntries} commands={commands} onMenu={() => setOpen(true)} />
        </OpenDialogs>
        <Box
          component="main"
          id="main-content"
          ref={main}
          sx={{ p: { xs: 2, md: 2.5 }, maxWidth: 1500 }}
        >
          <ErrorBoundary FallbackComponent={Failure}>
            <OpenDialogs>
              <Suspense fallback={<Waiting />}>{children}</Suspense>
            </OpenDialogs>
          </ErrorBoundary>
          <Updating />
        </Box>
      </Box>
    </Box>
  );
};

const SideBar = ({ children }: { children: ReactNode }) => (
  <Box
    sx={{
      display: { xs: 'none', lg: 'block' },
      displayPrint: 'none',
      width: WIDTH,
      flexShrink: 0,
      height: '100vh',
      position: 'sticky',
      top: 0,
      borderRight: 1,
      borderColor: 'divider',
      bgcolor: 'background.paper',
    }}
  >
    {children}
  </Box>
);

const Failure = ({ error, resetErrorBoundary }: FallbackProps) => (
  <ErrorPage
    error={error instanceof Error ? error : new Error(String(error))}
    resetErrorBoundary={resetErrorBoundary}
  />
);
