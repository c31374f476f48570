import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { authorized, type CodatApiPorts, codatApi } from './api/api.ts';
import { Fault, faultResponse, notFound } from './api/fault.ts';
import { limitBody } from './api/forms.ts';
import { logoRoutes } from './api/integrations.ts';
import { type Controlled, controlRoutes } from './controls.ts';

type AppPorts = Omit<CodatApiPorts, 'logoUrl' | 'disruption'> &
  Controlled & {
    publicUrl: string;
    newId: () => string;
    /** The pages of the Link journey. */
    link: Hono;
  };

/** The whole sandbox app, below the path of its public URL. */
export const createApp = (ports: AppPorts): Hono => {
  const { publicUrl, apiKey, newId, disruptions, link } = ports;
  const logoUrl = (key: string): string => `${publicUrl}/logos/${key}.svg`;
  const correlationId = (): string => newId().replaceAll('-', '');
  const app = new Hono({ strict: false }).basePath(new URL(publicUrl).pathname);
  app.use('/controls', authorized(apiKey), limitBody);
  app
    .route('/controls', controlRoutes(ports))
    .route('/logos', logoRoutes())
    .route('/', link)
    .route('/', codatApi({ ...ports, logoUrl, disruption: disruptions.middleware }));
  app.onError((error, context) => {
    if (error instanceof Fault) return faultResponse(context, error, correlationId());
    if (error instanceof HTTPException) return error.getResponse();
    throw error;
  });
  app.notFound((context) => faultResponse(context, notFound(context.req.path), correlationId()));
  return app;
};
