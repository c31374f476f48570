import { z } from 'zod';
import { CONNECTION_STATUSES, SOURCE_TYPES } from '../common/event-types.ts';
import { instant } from '../journey/clock/instant-schema.ts';

// The fields of Codat’s payloads that we read. Fields that Codat may omit are optional, and unknown fields are allowed,
// so that a new field never makes a payload invalid.

/** Longer ids don’t fit into an index. */
const id = z.string().min(1).max(200);

const companyReference = z.object({
  id,
  name: z.string().optional(),
  description: z.string().nullish(),
  tags: z.record(z.string(), z.string()).nullish(),
});

const company = companyReference.extend({
  redirect: z.url().nullish(),
  created: instant.optional(),
  ownerUserIds: z.array(id).nullish(),
});

const connectionError = z.object({
  statusCode: z.union([z.string(), z.number()]).nullish(),
  statusText: z.string().nullish(),
  errorMessage: z.string().nullish(),
  erroredOnUtc: instant.nullish(),
  /** `Active`, `Resolved`, or null for errors that aren’t transient. */
  status: z.string().nullish(),
});

const connection = z.object({
  id,
  integrationKey: z.string().nullish(),
  platformName: z.string().nullish(),
  linkUrl: z.url().nullish(),
  status: z.enum(CONNECTION_STATUSES).nullish(),
  /** One that Codat adds later isn’t accounting. */
  sourceType: z.enum(SOURCE_TYPES).nullish().catch('Other'),
  created: instant.nullish(),
  lastSync: instant.nullish(),
  dataConnectionErrors: z.array(connectionError).nullish(),
});

/** A company in the API’s list, with all its connections. */
export const listedCompany = company.extend({
  products: z.array(z.string()).nullish(),
  referenceParentCompany: z.object({ id }).nullish(),
  dataConnections: z.array(connection).nullish(),
});

/** An accounting package in the API’s list. */
export const listedIntegration = z.object({
  key: z.string().min(1),
  name: z.string(),
  enabled: z.boolean(),
  isOfflineConnector: z.boolean().nullish(),
  logoUrl: z.url().nullish(),
});

export const envelope = z.object({
  /** The same however often, and under however many `webhook-id`s, Codat sends the event. */
  id: id.nullish(),
  eventType: z.string().min(1),
  generatedDate: instant.nullish(),
  payload: z.unknown(),
});

export const companyPayload = company;

export const productPayload = companyReference.extend({ products: z.array(z.string()).nullish() });

export const connectionPayload = z.object({ referenceCompany: companyReference, connection });

export const readPayload = z.object({
  referenceCompany: companyReference,
  dataTypes: z.array(
    z.object({
      connectionId: id.nullish(),
      dataType: z.string().nullish(),
      status: z.string().nullish(),
      issues: z.array(z.object({ message: z.string().nullish() })).nullish(),
    }),
  ),
});

export const reportPayload = z.object({ referenceCompany: companyReference });

export type DataTypeRead = z.output<typeof readPayload>['dataTypes'][number];
export type CompanyReference = z.output<typeof companyReference>;
export type Company = z.output<typeof company>;
export type ListedCompany = z.output<typeof listedCompany>;
export type Connection = z.output<typeof connection>;
export type ConnectionError = z.output<typeof connectionError>;
