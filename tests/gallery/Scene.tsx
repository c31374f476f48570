import { Box, CssBaseline } from '@mui/material';
import { QueryClient, useIsFetching } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import { AdminContext, memoryStore, ResourceContextProvider } from 'react-admin';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { authProvider } from '../../src/dashboard/authProvider.ts';
import { dataProvider } from '../../src/dashboard/dataProvider.ts';
import { i18nProvider } from '../../src/dashboard/i18nProvider.ts';
import { OpenDialogs } from '../../src/dashboard/shared/dialogs/OpenDialogs.tsx';
import { MeProvider } from '../../src/dashboard/shared/people/useMe.tsx';
import { SoftwareProvider } from '../../src/dashboard/shared/useSoftware.tsx';
import { darkTheme, lightTheme } from '../../src/dashboard/theme/theme.ts';
import type { Entry } from './entry.ts';
import { setScene } from './network.ts';
import type { Scene as SceneName } from './plan.ts';
import type { Subjects } from './subjects.ts';

/** Each scene has its own, so that nothing is cached from others. Without retries, failures show at once. */
const newClient = () => new QueryClient({ defaultOptions: { queries: { retry: false } } });

/** Milliseconds without a request after which a scene counts as settled. A response may lead to further requests. */
const SETTLED_MS = 40;

const useSettled = (): boolean => {
  const fetching = useIsFetching() > 0;
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    setSettled(false);
    if (fetching) return;
    const timer = setTimeout(() => setSettled(true), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [fetching]);
  return settled;
};

type Props = { scene: SceneName; entry: Entry; subjects: Subjects; children: ReactNode };

/** One component in one state, within the context that the app gives all its pages. Needs a key for each state, so that React keeps no component state. */
export const Scene = ({ scene, entry, subjects, children }: Props) => {
  const { title, state, theme } = scene;
  const { emptyData = 'empty', route = { pattern: '/', path: '/' }, resource } = entry;
  const [queryClient] = useState(newClient);
  const [store] = useState(memoryStore);
  // During rendering, because it must be set before the component sends requests.
  useMemo(
    () => setScene({ state, data: state === 'empty' ? emptyData : 'samples' }),
    [state, emptyData],
  );
  return (
    <MemoryRouter initialEntries={[route.path]}>
      <AdminContext
        dataProvider={dataProvider}
        authProvider={authProvider}
        i18nProvider={i18nProvider}
        queryClient={queryClient}
        store={store}
        theme={theme === 'dark' ? darkTheme : lightTheme}
      >
        <CssBaseline enableColorScheme />
        <ResourceContextProvider value={resource ?? ''}>
          {children}
          <Stage name={`${title}/${state}`}>
            <PageContext>
              <Suspense>
                <Routes>
                  <Route path={route.pattern} element={entry.show(subjects)} />
                  {/* Some redirect when the record they edit can’t be loaded. */}
                  <Route path="*" element={null} />
                </Routes>
              </Suspense>
            </PageContext>
          </Stage>
        </ResourceContextProvider>
      </AdminContext>
    </MemoryRouter>
  );
};

/** What the layout gives all pages. */
const PageContext = ({ children }: { children: ReactNode }) => (
  <MeProvider>
    <SoftwareProvider>
      <OpenDialogs>{children}</OpenDialogs>
    </SoftwareProvider>
  </MeProvider>
);

const Stage = ({ name, children }: { name: string; children: ReactNode }) => (
  <Box component="main" data-scene={name} data-settled={useSettled()} sx={{ p: 2 }}>
    {children}
  </Box>
);
