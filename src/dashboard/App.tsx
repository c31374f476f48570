import { Admin, CustomRoutes, Resource, useGetIdentity } from 'react-admin';
import { Navigate, Route } from 'react-router-dom';
import activity from './activity/index.ts';
import { authProvider } from './authProvider.ts';
import { CodatPage } from './codat/CodatPage.tsx';
import contactImports from './contact-imports/index.ts';
import customers from './customers/index.ts';
import { dataProvider } from './dataProvider.ts';
import deliveries from './deliveries/index.ts';
import emailTemplates from './email-templates/index.ts';
import outbox from './emails/index.ts';
import { GuidesPage } from './guides/GuidesPage.tsx';
import { Layout } from './layout/Layout.tsx';
import { SignInPage } from './layout/SignInPage.tsx';
import { OverviewPage } from './overview/OverviewPage.tsx';
import { SettingsPage } from './settings/SettingsPage.tsx';
import software from './software/index.ts';
import { StuckList } from './stuck/StuckList.tsx';
import { darkTheme, lightTheme } from './theme/theme.ts';

export const App = () => (
  <Admin
    title="Unstuck"
    dataProvider={dataProvider}
    authProvider={authProvider}
    layout={Layout}
    loginPage={SignInPage}
    dashboard={Landing}
    theme={lightTheme}
    darkTheme={darkTheme}
    requireAuth
    disableTelemetry
  >
    <Resource name="customers" {...customers} />
    <Resource name="activity" {...activity} />
    <Resource name="contact-imports" {...contactImports} />
    <Resource name="emails" {...outbox} />
    <Resource name="email-templates" {...emailTemplates} />
    <Resource name="deliveries" {...deliveries} />
    <Resource name="software" {...software} />
    <Resource name="users" recordRepresentation="name" />
    <CustomRoutes>
      <Route path="/codat" element={<CodatPage />} />
      <Route path="/guides/:software?" element={<GuidesPage />} />
      <Route path="/settings/*" element={<SettingsPage />} />
      <Route path="/overview" element={<OverviewPage />} />
      <Route path="/stuck" element={<StuckList />} />
    </CustomRoutes>
  </Admin>
);

/** Agents start with those who need someone, account managers and leads with how things stand. */
const Landing = () => {
  const { identity, isPending } = useGetIdentity();
  if (isPending) return null;
  const leads = identity && identity.role !== 'agent';
  return <Navigate to={leads ? '/overview' : '/stuck'} replace />;
};
