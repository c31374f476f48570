/** The query of a list without filters, whatever filters it had before. */
export const SHOW_ALL = `?${new URLSearchParams({ filter: '{}' })}`;
