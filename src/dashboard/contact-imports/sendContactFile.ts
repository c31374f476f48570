import type { ContactImportRecord } from '../../api/contact-imports/resource.ts';
import { fetchJson } from '../shared/http.ts';

/** Sends a file of contacts, and returns what it would change. */
export const sendContactFile = async (file: File): Promise<ContactImportRecord> => {
  const query = new URLSearchParams({ fileName: file.name });
  const { json } = await fetchJson(`/api/contact-imports?${query}`, {
    method: 'POST',
    body: file,
    headers: new Headers({ 'content-type': 'text/csv', accept: 'application/json' }),
  });
  return json;
};
