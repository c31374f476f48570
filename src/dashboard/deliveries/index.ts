import MoveToInboxOutlined from '@mui/icons-material/MoveToInboxOutlined';
import { DeliveryList } from './DeliveryList.tsx';

export default { icon: MoveToInboxOutlined, list: DeliveryList };
