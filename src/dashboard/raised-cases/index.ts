import ContactSupport from '@mui/icons-material/ContactSupportOutlined';
import type { ResourceDefinition } from '../shared/pages/definitions.ts';
import { lazyPage } from '../shared/pages/lazyComponent.ts';

const OPEN = { state: 'open' };

export const raisedCases: ResourceDefinition = {
  menu: {
    search: `?${new URLSearchParams({ filter: JSON.stringify(OPEN) })}`,
    section: 'main',
    label: 'Raised cases',
    icon: ContactSupport,
    count: { resource: 'raised-cases', filter: OPEN, hideZero: true },
  },
  list: lazyPage(async () => (await import('./RaisedCaseList.tsx')).RaisedCaseList),
};
