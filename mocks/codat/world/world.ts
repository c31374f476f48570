import type { Instant } from '../../../src/journey/instant.ts';
import { integrationOf } from '../integrations.ts';
import type { Schedule } from '../time/schedule.ts';
import type { SandboxCompany, SandboxConnection } from './companies.ts';
import { FAILURES, type Failure } from './failures.ts';
import { firstReadAt } from './first-read.ts';
import { companyBody, connectionBody, type LinkUrls, referenceBody } from './representations.ts';

/** What Codat tells its client of a happening. */
export type Webhook = { id: string; eventType: string; generatedDate: Instant; payload: unknown };

export type WorldPorts = {
  now: () => Instant;
  newId: () => string;
  links: LinkUrls;
  schedule: Pick<Schedule, 'at'>;
  /** Hands a webhook over for delivery. */
  emit: (webhook: Webhook) => void;
  /** Keeps a company that changed; null when it is gone. */
  keep: (id: string, company: SandboxCompany | null) => void;
};

export type NewCompany = Pick<SandboxCompany, 'name'> &
  Partial<Pick<SandboxCompany, 'id' | 'description' | 'tags' | 'products' | 'parentId'>>;

type Place = { company: SandboxCompany; connection: SandboxConnection };

/** All companies of the sandbox and what can happen to them; each happening emits the webhook Codat would send. */
export const createWorld = (ports: WorldPorts, kept: Iterable<SandboxCompany> = []) => {
  const { now, newId, links, schedule } = ports;
  /** In the order of their last change, so that the newest change is the last entry. */
  const companies = new Map<string, SandboxCompany>();
  const readOnlyCompanies: ReadonlyMap<string, SandboxCompany> = companies;
  /** By connection id. */
  const companyByConnection = new Map<string, SandboxCompany>();
  /** The subsidiaries of each company that has any. */
  const families = new Map<string, Set<SandboxCompany>>();

  const join = (company: SandboxCompany): void => {
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
    if (!company) throw new Error(`The sandbox has no company with the id ${id}.`);
    return company;
  };

  const place = (connectionId: string): Place => {
    const company = companyByConnection.get(connectionId);
    const connection = company?.connections.find(({ id }) => id === connectionId);
    if (!company || !connection)
      throw new Error(`The sandbox has no connection with the id ${connectionId}.`);
    return { company, connection };
  };

  const emitConnection = (eventType: string, { company, connection }: Place): void =>
    emit(eventType, {
      referenceCompany: referenceBody(company),
      connection: connectionBody(connection, links),
    });

  /** Changes a connection and tells of it. */
  const happen = (eventType: string, where: Place, change: (one: SandboxConnection) => void) => {
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
    /** The parent of a company, unless that is gone, and its subsidiaries. */
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
        connections: [],
      };
      join(company);
      touch(company);
      emit('company.created', companyBody(company, links));
      return company;
    },

    /** Codat tells nobody of a changed name or tag: only a sync sees it. */
    updateCompany: (
      id: string,
      change: Partial<Pick<SandboxCompany, 'name' | 'description' | 'tags' | 'products'>>,
    ): void => touch(Object.assign(companyAt(id), change)),

    removeCompany: (id: string): void => {
      const company = companyAt(id);
      companies.delete(id);
      for (const connection of company.connections) companyByConnection.delete(connection.id);
      families.get(company.parentId ?? '')?.delete(company);
      ports.keep(id, null);
      emit('company.deleted', companyBody(company, links));
    },

    /** The customer picks a software. A connection to it that is pending is used again. */
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

    /** The customer logs in to the software and approves. The first data follows some time later. */
    approve: (connectionId: string): void => {
      const where = place(connectionId);
      if (where.connection.status === 'Linked') return;
      const again = where.connection.status !== 'PendingAuth';
      happen(again ? 'connection.reconnected' : 'connection.connected', where, (connection) => {
        connection.status = 'Linked';
        for (const error of connection.errors) error.status = 'Resolved';
      });
      scheduleFirstRead(where.connection, now());
    },

    /** The software refuses, or the customer does. */
    fail: (connectionId: string, failure: Failure): void => {
      const [statusCode, text] = FAILURES[failure];
      happen('connection.failed', place(connectionId), (connection) => {
        connection.errors.push({
          statusCode,
          statusText: text,
          errorMessage: text,
          erroredOnUtc: now(),
          status: 'Active',
        });
      });
    },

    /** Access ends: revoked in the software (`Deauthorized`), or at Codat (`Unlinked`). */
    disconnect: (connectionId: string, status: 'Deauthorized' | 'Unlinked'): void =>
      happen('connection.disconnected', place(connectionId), (connection) => {
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
    join(company);
    for (const connection of company.connections) {
      companyByConnection.set(connection.id, company);
      if (connection.status === 'Linked' && !connection.lastSync)
        // Counted from when it was approved; what was due long ago stays away, as data sometimes does.
        scheduleFirstRead(connection, company.modified);
    }
  }
  return world;
};

export type World = ReturnType<typeof createWorld>;
