import { Hono } from 'hono';
import { INTEGRATIONS, type Integration } from '../integrations.ts';
import { integrationBody } from '../world/representations.ts';
import { notFound } from './fault.ts';
import { logo } from './logo.ts';
import { pageResponse } from './paging.ts';
import type { ApiPorts } from './ports.ts';
import { one, type Properties, selected } from './select.ts';

const PROPERTIES: Properties<Integration> = {
  key: ({ key }) => [key],
  name: ({ name }) => [name],
  enabled: ({ enabled }) => one(enabled),
  isOfflineConnector: ({ isOfflineConnector }) => one(isOfflineConnector),
  integrationId: ({ integrationId }) => [integrationId],
  sourceType: ({ sourceType }) => [sourceType],
};

const byKey = (key: string): Integration => {
  const found = INTEGRATIONS.find((integration) => integration.key === key);
  if (!found) throw notFound(`Integration ${key}`);
  return found;
};

export const integrationRoutes = ({ logoUrl }: Pick<ApiPorts, 'logoUrl'>): Hono => {
  const body = (integration: Integration) => integrationBody(integration, logoUrl(integration.key));
  return new Hono()
    .get('/', (context) =>
      pageResponse(
        context,
        selected(INTEGRATIONS, context.req.query(), PROPERTIES, 'Integration'),
        body,
      ),
    )
    .get('/:key', (context) => context.json(body(byKey(context.req.param('key')))));
};

/** The integrations' logos. Need no API key, because an `<img>` sends none. */
export const logoRoutes = (): Hono =>
  new Hono().get('/:file{[a-z]{4}\\.svg}', async (context) =>
    context.body(`${await logo(byKey(context.req.param('file').slice(0, 4)))}`, 200, {
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=86400',
    }),
  );
