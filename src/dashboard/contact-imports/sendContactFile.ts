import type { ContactImportRecord } from '../../api/contact-imports/resource.ts';
import { fetchJson } from '../shared/http.ts';

/** Uploads a file of contacts; returns the import, not applied yet. Throws HttpError when the file can’t be read. */
export const sendContactFile = async (file: File): Promise<ContactImportRecord> => {
  const query = new URLSearchParams({ fileName: file.name });
  const { json } = await fetchJson(`/api/contact-imports?${query}`, {
    method: 'POST',
    body: file,
    headers: new Headers({ 'content-type': 'text/csv', accept: 'application/json' }),
  });
  return json;
};
