let background = false;

/**
 * Begins to read for open pages that follow changes, for which the answer to another page a second ago will do. Only
 * what begins at once is meant: a person’s own reads at the same time always get the newest.
 */
export const readInBackground = <T>(read: () => T): T => {
  background = true;
  try {
    return read();
  } finally {
    background = false;
  }
};

/** Whether what begins now is such a read. */
export const isInBackground = (): boolean => background;
