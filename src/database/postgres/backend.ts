/** PostgreSQL, and those of its family that Unstuck knows. Libraries that bring their own tables treat each its way. */
export const BACKENDS = ['postgres', 'citus', 'yugabytedb'] as const;

export type Backend = (typeof BACKENDS)[number];

/** What `pg` offers, and no more. */
type Asked = {
  query: (text: string) => Promise<{ rows: { version: string; citus: boolean }[] }>;
};

/** Asks a server which of the family it is. */
export const probeBackend = async (client: Asked): Promise<Backend> => {
  const { rows } = await client.query(
    `select version(), exists (select from pg_extension where extname = 'citus') citus`,
  );
  // As in “PostgreSQL 15.12-YB-2025.2.0.0-b0 on x86_64-pc-linux-gnu”.
  if (rows[0]?.version.includes('-YB-')) return 'yugabytedb';
  return rows[0]?.citus ? 'citus' : 'postgres';
};
