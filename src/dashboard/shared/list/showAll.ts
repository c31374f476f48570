/** The query of a list without filters, whatever filters it had before. */
export const SHOW_ALL = `?${new URLSearchParams({ filter: '{}' })}`;

/** The query with which a list opens the view that it starts with. */
export const SHOW_DEFAULT = `?${new URLSearchParams({ view: 'default' })}`;
