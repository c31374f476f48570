/** The resources whose lists have saved views. */
export const VIEW_RESOURCES = ['customers'] as const;

/** The pages that show a resource’s views: the queue and the list of all customers. */
export const VIEW_PAGES = ['queue', 'customers'] as const;
export type ViewPage = (typeof VIEW_PAGES)[number];

export type ViewSort = { field: string; order: 'ASC' | 'DESC' };
