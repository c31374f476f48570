import { CodatPlatform } from '@codat/platform';
import { HTTPClient } from '@codat/platform/lib/http.js';
import { ResponseValidationError } from '@codat/platform/sdk/models/errors/responsevalidationerror.js';
import { z } from 'zod';
import type { SyncRemark } from '../database/schema/index.ts';
import { CodatUnavailable, explain, remainingRequests } from './errors.ts';
import { type Bounds, BRIEF, boundedFetch, PATIENT, PROMPT } from './http/bounded-fetch.ts';
import { parseLeniently } from './lenient.ts';
import { idOf, readIntegration, readListed } from './listed.ts';
import { type ListedCompany, listedCompany } from './payloads.ts';

export type CompaniesQuery = {
  /** From 1. */
  page: number;
  pageSize: number;
  /** Conditions in Codat’s query syntax. */
  tags?: string | undefined;
  query?: string | undefined;
};

export type CompaniesPage = {
  companies: ListedCompany[];
  /** What was left out of companies, and why others don’t match the schema. */
  remarks: SyncRemark[];
  /** The ids of all companies on the page, including those that don’t match the schema. */
  ids: string[];
  /** Number of companies on the page that don’t match the schema. */
  notUnderstood: number;
  totalResults: number;
  /** API requests left today. Null when Codat doesn’t say. */
  quotaRemaining: number | null;
};

export type NewCompany = { name: string; description?: string | undefined };

/** More companies than anyone has, but few enough for the database to count. */
const MOST_RESULTS = 1e9;

/** A page of a list. One with more results than were asked for, or none of many, isn’t Codat’s. */
const listing = (pageSize: number) =>
  z
    .object({
      results: z.array(z.unknown()).max(pageSize).nullish(),
      totalResults: z.int().min(0).max(MOST_RESULTS),
    })
    .refine(({ results, totalResults }) => totalResults === 0 || results);

/** API requests that webhooks leave to others. Checking for changes takes 288 a day. */
const RESERVED = 500;

/** Far more than there are, on one page. */
const MOST_INTEGRATIONS = 2000;

/**
 * The SDK rejects a whole response for a single unexpected field. Returns the raw response instead, so that our more
 * lenient schemas can parse it one company at a time.
 */
const rawResponse = async (response: Promise<unknown>): Promise<unknown> => {
  try {
    return await response;
  } catch (error) {
    if (error instanceof ResponseValidationError) return error.rawValue;
    throw error;
  }
};

const read = async <T>(response: Promise<unknown>, parse: (raw: unknown) => T): Promise<T> => {
  try {
    return parse(await rawResponse(response));
  } catch (error) {
    throw explain(error);
  }
};

export type CodatOptions = {
  apiKey: string;
  apiUrl?: string | undefined;
  fetch?: typeof fetch;
  /** Bounds of requests for which someone waits, and of a sync’s. */
  prompt?: Bounds;
  patient?: Bounds;
};

/** The part of Codat’s API that we use. Every method throws `CodatRefusal` or `CodatUnavailable`. */
export const createCodatClient = ({
  apiKey,
  apiUrl,
  fetch: fetcher = (input, init) => fetch(input, init),
  prompt = PROMPT,
  patient = PATIENT,
}: CodatOptions) => {
  let quotaRemaining: number | null = null;
  const sdkWithin = (bounds: Bounds) =>
    new CodatPlatform({
      authHeader: `Basic ${btoa(apiKey)}`,
      httpClient: new HTTPClient({ fetcher: boundedFetch(fetcher, bounds) }).addHook(
        'response',
        ({ headers }) => {
          quotaRemaining = remainingRequests(headers) ?? quotaRemaining;
        },
      ),
      // Callers know better than the SDK how long to wait.
      retryConfig: { strategy: 'none' },
      ...(apiUrl && { serverURL: apiUrl }),
    });
  const [waitedFor, background, atDoor] = [sdkWithin(prompt), sdkWithin(patient), sdkWithin(BRIEF)];
  const companyWithin =
    (sdk: CodatPlatform) =>
    (companyId: string): Promise<ListedCompany> =>
      read(sdk.companies.get({ companyId }), (raw) => {
        const asked = listedCompany.refine(
          ({ id }) => id.toLowerCase() === companyId.toLowerCase(),
        );
        return parseLeniently(asked, raw).value;
      });

  return {
    /** A page of companies with their connections, most recently changed first. */
    companies: async (query: CompaniesQuery): Promise<CompaniesPage> => {
      const { results, totalResults } = await read(
        background.companies.list({ ...query, orderBy: '-modifiedDate' }),
        (raw) => listing(query.pageSize).parse(raw),
      );
      const parsed = (results ?? []).map(readListed);
      const companies = parsed.flatMap(({ company }) => company ?? []);
      return {
        companies,
        remarks: parsed.flatMap(({ remarks }) => remarks),
        ids: (results ?? []).flatMap((result) => idOf(result) ?? []),
        notUnderstood: parsed.length - companies.length,
        totalResults,
        quotaRemaining,
      };
    },

    company: companyWithin(waitedFor),

    /** A company, for a webhook that waits for it. */
    companyAtDoor: async (companyId: string): Promise<ListedCompany> => {
      if (quotaRemaining !== null && quotaRemaining < RESERVED)
        throw new CodatUnavailable('Too few API requests are left today.');
      return companyWithin(atDoor)(companyId);
    },

    createCompany: (company: NewCompany): Promise<ListedCompany> =>
      read(waitedFor.companies.create(company), (raw) => parseLeniently(listedCompany, raw).value),

    /** All accounting software that Codat can connect. */
    integrations: async () => {
      const { results } = await read(
        background.integrations.list({ page: 1, pageSize: MOST_INTEGRATIONS }),
        (raw) => listing(MOST_INTEGRATIONS).parse(raw),
      );
      return (results ?? []).flatMap((result) => readIntegration(result) ?? []);
    },
  };
};

export type CodatClient = ReturnType<typeof createCodatClient>;
