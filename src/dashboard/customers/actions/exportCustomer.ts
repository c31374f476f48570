import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { api } from '../../shared/api.ts';

/** Saves everything about a customer as a JSON file. */
export const exportCustomer = async ({ id }: CustomerRecord): Promise<void> => {
  const param = { id: encodeURIComponent(id) };
  const response = await api.exports.api.customers[':id'].export.$post({ param });
  const address = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement('a'), {
    href: address,
    download: `unstuck-customer-${id.replaceAll(/[^\w-]/g, '_')}.json`,
  });
  link.click();
  URL.revokeObjectURL(address);
};
