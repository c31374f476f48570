/**
 * What the team changed, in days ago. Of the invitation, so that more customers opened their link: a true change. And of
 * a threshold, after which nothing is different.
 */
export const CHANGES = { invitation: 28, threshold: 12 } as const;

/** The chance that a customer opens the link without being reminded, before and after the invitation was changed. */
export const OPENS = { before: 0.7, after: 0.92 } as const;
