import { Tab, Tabs } from '@mui/material';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { PageHeader } from '../PageHeader.tsx';

type Props = {
  title: string;
  note: string;
  tabs: readonly (readonly [path: string, label: string])[];
  children?: ReactNode;
};

/** The heading of pages that share a menu entry, with a tab for each of them. */
export const TabbedHeader = ({ title, note, tabs, children }: Props) => {
  const { pathname } = useLocation();
  // Until it is known what the user may see, the present page may have no tab.
  const present = tabs.some(([path]) => path === pathname) && pathname;
  return (
    <>
      <PageHeader title={title} note={note}>
        {children}
      </PageHeader>
      <Tabs
        value={present}
        aria-label={title}
        component="nav"
        // On small screens in two lines, all in sight. MUI’s own line under the present tab knows one line only.
        slotProps={{ indicator: { sx: { display: 'none' } } }}
        sx={{
          mb: 2,
          '& .MuiTabs-list': { flexWrap: 'wrap' },
          '& .Mui-selected': { boxShadow: 'inset 0 -2px' },
        }}
      >
        {tabs.map(([path, label]) => (
          <Tab key={path} value={path} label={label} component={Link} to={path} />
        ))}
      </Tabs>
    </>
  );
};
