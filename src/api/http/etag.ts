/** The ETag of a record as it was read. It changes whenever a field does. */
export const etagOf = async (record: unknown): Promise<string> => {
  const bytes = new TextEncoder().encode(JSON.stringify(record));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `"${Array.from(digest.slice(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('')}"`;
};
