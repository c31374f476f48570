import type { Instant } from '../../../src/journey/instant.ts';
import { integrationOf } from '../integrations.ts';
import type { Schedule } from '../time/schedule.ts';
import type { SandboxCompany, SandboxConnection } from './companies.ts';
import { type Failure, reportOf } from './failures.ts';
import { firstReadAt } from './first-read.ts';
import { companyBody, connectionBody, type LinkUrls, referenceBody } from './representations.ts';

/** A webhook's body. */
export type Webhook = { id: string; eventType: string; generatedDate: Instant; payload: unknown };

export type WorldPorts = {
  now: () => Instant;
  newId: () => string;
  links: LinkUrls;
  schedule: Pick<Schedule, 'at'>;
  /** Queues a webhook for delivery. */
  emit: (webhook: Webhook) => void;
  /** Saves a changed company; null if deleted. */
  keep: (id: string, company: SandboxCompany | null) => void;
};

export type NewCompany = Pick<SandboxCompany, 'name'> &
  Partial<
    Pick<SandboxCompany, 'id' | 'description' | 'tags' | 'products' | 'parentId' | 'ownerUserIds'>
  >;

type Place = { company: SandboxCompany; connection: SandboxConnection };

const subtract = (all: readonly string[], others: readonly string[]): string[] =>
  all.filter((one) => !others.includes(one));

/** All companies of the sandbox and what can happen to them. Each change emits the webhook that Codat would send. */
export const createWorld = (ports: WorldPorts, kept: Iterable<SandboxCompany> = []) => {
  const { now, newId, links, schedule } = ports;
  /** In order of their last change, the newest last. */
  const companies = new Map<string, SandboxCompany>();
  const readOnlyCompanies: ReadonlyMap<string, SandboxCompany> = companies;
  /** Each connection's company, by connection ID. */
  const companyByConnection = new Map<string, SandboxCompany>();
  /** The subsidiaries of each parent, by its ID. */
  const families = new Map<string, Set<SandboxCompany>>();

  const joinFamily = (company: SandboxCompany): void => {
    if (company.parentId === null) return;
    const family = families.get(company.parentId) ?? new Set();
    families.set(company.parentId, family.add(company));
  };

  const emit = (eventType: string, payload: unknown): void =>
    ports.emit({ id: newId(), eventType, generatedDate: now(), payload });

  const touch = (company: SandboxCompany): void => {
    company.modified = now();
    companies.delete(company.id);
    companies.set(company.id, company);
    ports.keep(company.id, company);
  };

  const companyAt = (id: string): SandboxCompany => {
    const company = companies.get(id);
    if (!company) throw new Error(`The sandbox has no company with the ID ${id}.`);
    return company;
  };

  const place = (connectionId: string): Place => {
    const company = companyByConnection.get(connectionId);
    const connection = company?.connections.find(({ id }) => id === connectionId);
    if (!company || !connection)
      throw new Error(`The sandbox has no connection with the ID ${connectionId}.`);
    return { company, connection };
  };

  const emitProducts = (eventType: string, company: SandboxCompany, changed: string[]): void => {
    const { id, name, description, products } = company;
    for (const productId of changed)
      emit(eventType, { id, name, description, productId, productName: productId, products });
  };

  const emitConnection = (eventType: string, { company, connection }: Place): void =>
    emit(eventType, {
      referenceCompany: referenceBody(company),
      connection: connectionBody(connection, links),
    });

  /** Changes a connection and emits the webhook. */
  const changeConnection = (
    eventType: string,
    where: Place,
    change: (one: SandboxConnection) => void,
  ) => {
    change(where.connection);
    touch(where.company);
    emitConnection(eventType, where);
  };

  const readData = (connectionId: string): void => {
    const { company, connection } = place(connectionId);
    if (connection.status !== 'Linked') return;
    const eventType = connection.lastSync ? 'read.completed' : 'read.completed.initial';
    connection.lastSync = now();
    touch(company);
    const dataTypes = ['company', 'invoices', 'bills'].map((dataType) => ({
      connectionId,
      dataType,
      recordsModified: true,
      status: 'Complete',
      issues: [],
    }));
    emit(eventType, {
      referenceCompany: referenceBody(company),
      modifiedFromDate: company.created,
      dataTypes,
    });
  };

  const scheduleFirstRead = ({ id, integrationKey }: SandboxConnection, from: Instant): void => {
    schedule.at(firstReadAt(integrationKey, from), () => {
      if (companyByConnection.has(id)) readData(id);
    });
  };

  const world = {
    companies: readOnlyCompanies,
    company: companyAt,
    place,
    /** A company's parent, unless deleted, and its subsidiaries. */
    family: (company: SandboxCompany) => ({
      parent: companies.get(company.parentId ?? '') ?? null,
      subsidiaries: [...(families.get(company.id) ?? [])],
    }),

    createCompany: ({ name, ...given }: NewCompany): SandboxCompany => {
      const company: SandboxCompany = {
        id: given.id ?? newId(),
        name,
        description: given.description ?? null,
        created: now(),
        modified: now(),
        tags: given.tags ?? {},
        products: given.products ?? ['spend-insights'],
        parentId: given.parentId ?? null,
        ownerUserIds: given.ownerUserIds ?? [],
        connections: [],
      };
      joinFamily(company);
      touch(company);
      emit('company.created', companyBody(company, links));
      return company;
    },

    /** Emits no webhook: Codat sends none for a changed name or tag, so only a sync notices. */
    updateCompany: (
      id: string,
      change: Partial<
        Pick<SandboxCompany, 'name' | 'description' | 'tags' | 'products' | 'ownerUserIds'>
      >,
    ): void => {
      const company = companyAt(id);
      const { products } = company;
      touch(Object.assign(company, change));
      emitProducts('company.product.added', company, subtract(company.products, products));
      emitProducts('company.product.removed', company, subtract(products, company.products));
    },

    removeCompany: (id: string): void => {
      const company = companyAt(id);
      companies.delete(id);
      for (const connection of company.connections) companyByConnection.delete(connection.id);
      families.get(company.parentId ?? '')?.delete(company);
      ports.keep(id, null);
      emit('company.deleted', companyBody(company, links));
    },

    /** The customer selects their software. Reuses a connection to it that isn't linked. */
    selectSoftware: (companyId: string, integrationKey: string): SandboxConnection => {
      const company = companyAt(companyId);
      const pending = company.connections.find(
        (one) => one.integrationKey === integrationKey && one.status !== 'Linked',
      );
      if (pending) return pending;
      const connection: SandboxConnection = {
        id: newId(),
        integrationKey: integrationOf(integrationKey).key,
        status: 'PendingAuth',
        created: now(),
        lastSync: null,
        errors: [],
      };
      company.connections.push(connection);
      companyByConnection.set(connection.id, company);
      touch(company);
      emitConnection('connection.created', { company, connection });
      return connection;
    },

    /** The customer signs in to the software and approves. The first data follows later. */
    approve: (connectionId: string): void => {
      const where = place(connectionId);
      if (where.connection.status === 'Linked') return;
      const again = where.connection.status !== 'PendingAuth';
      changeConnection(
        again ? 'connection.reconnected' : 'connection.connected',
        where,
        (connection) => {
          connection.status = 'Linked';
          for (const error of connection.errors) error.status = 'Resolved';
        },
      );
      scheduleFirstRead(where.connection, now());
    },

    /** The software rejects the connection, or the customer denies access. */
    fail: (connectionId: string, failure: Failure): void => {
      const [statusCode, text] = reportOf(failure);
      changeConnection('connection.failed', place(connectionId), (connection) => {
        connection.errors.push({
          statusCode,
          statusText: text,
          errorMessage: text,
          erroredOnUtc: now(),
          status: 'Active',
        });
      });
    },

    /** Access ends: revoked in the software (`Deauthorized`) or in Codat (`Unlinked`). */
    disconnect: (connectionId: string, status: 'Deauthorized' | 'Unlinked'): void =>
      changeConnection('connection.disconnected', place(connectionId), (connection) => {
        connection.status = status;
      }),

    removeConnection: (connectionId: string): void => {
      const where = place(connectionId);
      where.company.connections = where.company.connections.filter(({ id }) => id !== connectionId);
      companyByConnection.delete(connectionId);
      touch(where.company);
      emitConnection('connection.deleted', where);
    },

    readData,
  };

  for (const company of [...kept].sort((a, b) => (a.modified < b.modified ? -1 : 1))) {
    companies.set(company.id, company);
    joinFamily(company);
    for (const connection of company.connections) {
      companyByConnection.set(connection.id, company);
      if (connection.status === 'Linked' && !connection.lastSync)
        // Counts from the approval. A read that was due long ago doesn't happen, as is sometimes the case.
        scheduleFirstRead(connection, company.modified);
    }
  }
  return world;
};

export type World = ReturnType<typeof createWorld>;
