import { useGetIdentity } from 'react-admin';
import { type BaseView, searchOf } from '../shared/views/viewAddress.ts';

const ALL: BaseView = { id: 'all', label: 'All customers', path: '/customers', filter: {} };

const portfolio = (accountManagerId: string): BaseView => ({
  ...{ id: 'portfolio', label: 'My portfolio', path: '/customers', relative: 'person' },
  filter: { accountManagerId },
  search: searchOf({ accountManagerId }, { id: 'portfolio' }),
});

/** The views that come with the customers’ list. Support agents have no portfolio. */
export const useCustomerViews = (): [BaseView, ...BaseView[]] => {
  const { identity } = useGetIdentity();
  const manages = identity && identity.role !== 'agent';
  return [ALL, ...(manages ? [portfolio(String(identity.id))] : [])];
};
