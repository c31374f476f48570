import PeopleOutline from '@mui/icons-material/PeopleAltOutlined';
import PersonAddOutlined from '@mui/icons-material/PersonAddAltOutlined';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { SHOW_DEFAULT } from '../shared/list/showAll.ts';
import type { ResourceDefinition } from '../shared/pages/definitions.ts';
import { lazyPage } from '../shared/pages/lazyComponent.ts';
import { AddCustomerDialog } from './actions/lazyDialogs.ts';

export const customers: ResourceDefinition = {
  menu: { section: 'main', label: 'Customers', icon: PeopleOutline, search: SHOW_DEFAULT },
  commands: [
    {
      label: 'Add customer',
      icon: PersonAddOutlined,
      synonyms: 'new create company',
      requires: { resource: 'customers', action: 'create' },
      dialog: (close) => <AddCustomerDialog onClose={close} />,
    },
  ],
  list: lazyPage(async () => (await import('./CustomerList.tsx')).CustomerList),
  show: lazyPage(async () => (await import('./CustomerShow.tsx')).CustomerShow),
  recordRepresentation: (customer: CustomerRecord) => customer.name,
};
