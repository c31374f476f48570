/** The pages' paths, below the path of the sandbox's public URL. */
export const createPaths = (publicUrl: string) => {
  const root = new URL(publicUrl).pathname.replace(/\/+$/, '');
  return {
    index: root || '/',
    inbox: `${root}/inbox`,
    open: `${root}/open`,
    simulation: `${root}/simulation`,
    stylesheet: `${root}/link/link.css`,
    script: `${root}/link/follow.js`,
    session: (sessionId: string) => (page: string) =>
      `${root}/link/session/${encodeURIComponent(sessionId)}/${page}`,
  };
};

export type Paths = ReturnType<typeof createPaths>;
