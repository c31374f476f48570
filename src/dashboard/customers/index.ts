import PeopleOutline from '@mui/icons-material/PeopleAltOutlined';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { SHOW_DEFAULT } from '../shared/list/showAll.ts';
import type { ResourceDefinition } from '../shared/pages/definitions.ts';
import { CustomerList } from './CustomerList.tsx';
import { CustomerShow } from './CustomerShow.tsx';

export const customers: ResourceDefinition = {
  menu: { section: 'main', label: 'Customers', icon: PeopleOutline, search: SHOW_DEFAULT },
  list: CustomerList,
  show: CustomerShow,
  recordRepresentation: (customer: CustomerRecord) => customer.name,
};
