import PeopleOutline from '@mui/icons-material/PeopleAltOutlined';
import PersonAddOutlined from '@mui/icons-material/PersonAddAltOutlined';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { SHOW_DEFAULT } from '../shared/list/showAll.ts';
import type { ResourceDefinition } from '../shared/pages/definitions.ts';
import { AddCustomerDialog } from './actions/AddCustomerDialog.tsx';
import { CustomerList } from './CustomerList.tsx';
import { CustomerShow } from './CustomerShow.tsx';

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
  list: CustomerList,
  show: CustomerShow,
  recordRepresentation: (customer: CustomerRecord) => customer.name,
};
