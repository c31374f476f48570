import { type Context, Hono } from 'hono';
import type { SandboxCompany } from '../world/companies.ts';
import { connectionBody, fullCompanyBody } from '../world/representations.ts';
import { CONNECTION_PROPERTIES } from './company-properties.ts';
import { notFound } from './fault.ts';
import { bodyOf, companyChange, newCompany } from './forms.ts';
import { createListing } from './listing.ts';
import { pageResponse } from './paging.ts';
import type { ApiPorts } from './ports.ts';
import { selected } from './select.ts';

/** `/companies` and the connections of each. */
export const companyRoutes = ({ world, register, links }: ApiPorts): Hono => {
  const companiesFor = createListing(world, register);

  const requestedCompany = (context: Context): SandboxCompany => {
    const id = context.req.param('companyId') ?? '';
    const company = world.companies.get(id);
    if (!company) throw notFound(`Company ${id}`);
    return company;
  };

  const full = (company: SandboxCompany) => fullCompanyBody(company, links, world.family(company));

  return new Hono()
    .get('/', (context) => {
      const { query, tags, orderBy } = context.req.query();
      return pageResponse(context, companiesFor({ query, tags, orderBy }), full);
    })
    .post('/', async (context) =>
      context.json(full(world.createCompany(await bodyOf(context, newCompany)))),
    )
    .get('/:companyId', (context) => context.json(full(requestedCompany(context))))
    .patch('/:companyId', async (context) => {
      const company = requestedCompany(context);
      const { name, description, tags } = await bodyOf(context, companyChange);
      world.updateCompany(company.id, {
        ...(name && { name }),
        ...(typeof description === 'string' && { description }),
        ...(tags && { tags }),
      });
      return context.json(full(company));
    })
    .get('/:companyId/connections', (context) => {
      const connections = selected(
        requestedCompany(context).connections,
        context.req.query(),
        CONNECTION_PROPERTIES,
        'Connection',
      );
      return pageResponse(context, connections, (connection) => connectionBody(connection, links));
    })
    .get('/:companyId/connections/:connectionId', (context) => {
      const id = context.req.param('connectionId');
      const connection = requestedCompany(context).connections.find((item) => item.id === id);
      if (!connection) throw notFound(`Data connection ${id}`);
      return context.json(connectionBody(connection, links));
    });
};
