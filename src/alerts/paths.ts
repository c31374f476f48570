/** More would make an address that some programs cut off. */
export const MOST_IN_LINK = 30;

/** The path of a list of the dashboard with exactly these records. */
export const listPath = (resource: string, filter: object): string =>
  `/${resource}?${new URLSearchParams({ filter: JSON.stringify(filter), page: '1' })}`;

export const customersPath = (filter: object): string => listPath('customers', filter);

/** The address of a page of the dashboard, whose paths stand behind a hash. */
export const addressOf = (publicUrl: string, path: string): string => `${publicUrl}/#${path}`;

export const customerPath = (id: string): string => `/customers/${encodeURIComponent(id)}/show`;
