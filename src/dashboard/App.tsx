import { CssBaseline } from '@mui/material';
import { useEffect } from 'react';
import {
  AccessDenied,
  AdminContext,
  CoreAdminUI,
  CustomRoutes,
  Error as ErrorPage,
  type LayoutProps,
  localStorageStore,
  Resource,
  useGetIdentity,
} from 'react-admin';
import { Navigate, Route } from 'react-router-dom';
import { authProvider } from './authProvider.ts';
import { dataProvider } from './dataProvider.ts';
import { COMMANDS, landingPageOf, MENU, PAGES, RESOURCE_PAGES } from './definitions.ts';
import { i18nProvider } from './i18nProvider.ts';
import { Layout } from './layout/Layout.tsx';
import { NotFoundPage } from './layout/NotFoundPage.tsx';
import { Notifications } from './layout/Notifications.tsx';
import { SignInPage } from './layout/sign-in/SignInPage.tsx';
import { Tooltips } from './layout/Tooltips.tsx';
import { StartPage } from './layout/Waiting.tsx';
import { routerProvider } from './routerProvider.ts';
import { followOutages } from './shared/server/followOutages.ts';
import { queryClient } from './shared/server/queryClient.ts';
import { darkTheme, lightTheme } from './theme/theme.ts';

const store = localStorageStore();

/** What react-admin’s `Admin` puts together, without its own layout and sign-in, which would be part of the first load. */
export const App = () => {
  useEffect(() => followOutages(queryClient), []);
  return (
    <AdminContext
      dataProvider={dataProvider}
      authProvider={authProvider}
      queryClient={queryClient}
      i18nProvider={i18nProvider}
      routerProvider={routerProvider}
      store={store}
      theme={lightTheme}
      darkTheme={darkTheme}
    >
      <CssBaseline enableColorScheme>
        <CoreAdminUI
          title="Unstuck"
          layout={LayoutWithMenu}
          loginPage={SignInPage}
          dashboard={LandingPage}
          catchAll={NotFoundPage}
          error={ErrorPage}
          accessDenied={AccessDenied}
          // Nothing leads there any more but addresses that people have kept.
          authenticationError={LandingPage}
          loading={StartPage}
          requireAuth
          disableTelemetry
        >
          {RESOURCE_PAGES.map(({ menu, commands, ...pages }) => (
            <Resource key={pages.name} {...pages} />
          ))}
          <CustomRoutes>
            {PAGES.map(({ path, element }) => (
              <Route key={path} path={path} element={element} />
            ))}
          </CustomRoutes>
        </CoreAdminUI>
        <Notifications />
        <Tooltips />
      </CssBaseline>
    </AdminContext>
  );
};

const LayoutWithMenu = (props: LayoutProps) => (
  <Layout {...props} menuEntries={MENU} commands={COMMANDS} />
);

const LandingPage = () => {
  const { identity, isPending } = useGetIdentity();
  if (isPending) return null;
  return <Navigate to={landingPageOf(identity?.role)} replace />;
};
