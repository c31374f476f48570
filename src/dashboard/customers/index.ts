import PeopleOutline from '@mui/icons-material/PeopleAltOutlined';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { CustomerList } from './CustomerList.tsx';
import { CustomerShow } from './CustomerShow.tsx';

export default {
  icon: PeopleOutline,
  list: CustomerList,
  show: CustomerShow,
  recordRepresentation: (customer: CustomerRecord) => customer.name,
};
