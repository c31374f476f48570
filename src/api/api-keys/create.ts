import { createRoute, z } from '@hono/zod-openapi';
import { digestOf } from '../../database/digest.ts';
import { type ApiKey, apiKeys } from '../../database/schema/index.ts';
import { instant } from '../../journey/clock/instant-schema.ts';
import { guard } from '../http/guard.ts';
import { Problem } from '../http/problem.ts';
import { inTransaction } from '../kit/locked.ts';
import type { ApiRequest } from '../kit/request.ts';
import type { Verb } from '../kit/resource.ts';
import { json } from '../kit/responses.ts';
import { findRow } from '../kit/rows.ts';
import { lineOfText } from '../kit/writable.ts';
import { type ApiKeyRecord, newApiKeyRecord, scopesForm } from './record.ts';
import { newKey, startOf } from './secret.ts';

const newApiKey = z.strictObject({
  name: lineOfText(100),
  scopes: scopesForm.min(1, 'Choose at least one.').transform((scopes) => [...new Set(scopes)]),
  expiresAt: instant.nullish(),
});

/** Stores a new key of which only the digest is kept. Returns its id and the key. */
export const addKey = async (
  { ports: { database }, person, now }: ApiRequest,
  { name, scopes, expiresAt }: Pick<ApiKey, 'name' | 'scopes' | 'expiresAt'>,
): Promise<{ id: string; key: string }> => {
  const [id, key] = [crypto.randomUUID(), newKey()];
  await database.insert(apiKeys).values({
    ...{ id, name, scopes, expiresAt },
    start: startOf(key),
    digest: digestOf(key),
    createdAt: now,
    createdById: person.id,
  });
  return { id, key };
};

/** `POST /`: creates a key. Not by the kit’s `create`, because only this response shows the key. */
export const createKey: Verb<ApiKeyRecord> = ({ resource, routes, allow, recordChange }) => {
  const route = createRoute({
    method: 'post',
    path: '/',
    tags: [resource.name],
    middleware: guard('create', resource.name),
    request: { body: { ...json(newApiKey, 'The new key.'), required: true } },
    responses: { 201: json(newApiKeyRecord, 'The record, with the key. It isn’t shown again.') },
  });
  routes.openapi(route, async (context) => {
    const request = allow(context, 'create');
    const { expiresAt = null, ...rest } = context.req.valid('json');
    if (expiresAt !== null && expiresAt <= request.now) {
      const sentence = 'Choose a date in the future.';
      throw new Problem(422, sentence, { errors: { expiresAt: sentence } });
    }
    const input = { ...rest, expiresAt };
    const created = await inTransaction(request, async (within) => {
      const { id, key } = await addKey(within, input);
      const row = await findRow(resource, id, within);
      await recordChange(within, 'create', row, { details: input });
      return { ...row, key };
    });
    return context.json(created, 201);
  });
};
