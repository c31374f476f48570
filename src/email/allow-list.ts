/** All of Codat is reached by HTTPS. */
export const ALLOW_LIST_PORT = 443;

const EVERYWHERE = ['*.codat.io'];

/** What the connector of each on-premise software talks to, by Codat’s key. */
const CONNECTORS: Record<string, readonly string[]> = {
  pqsw: ['quickbooksdesktop.codat.io', 'connectors.codat.io'],
  hbql: ['sage50.codat.io', 'connectors.codat.io'],
};

/** The hosts that a customer’s IT must let through, for a software by Codat’s key. */
export const allowedHosts = (software: string | null): string[] => [
  ...EVERYWHERE,
  ...(CONNECTORS[software ?? ''] ?? []),
];
