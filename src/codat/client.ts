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

/** API requests that webhooks and bulk checks leave to others. Checking for changes takes 288 a day. */
const RESERVED = 500;

/** Far more than there are, on one page. */
const MOST_INTEGRATIONS = 2000;

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
  /**
   * Asks Codat by the SDK, and parses what it answered as it is: the SDK leaves out fields that it doesn’t know yet, and
   * rejects a whole response for a single unexpected one. Our schemas are more lenient, one company at a time.
   */
  const ask = async <T>(
    bounds: Bounds,
    request: (sdk: CodatPlatform) => Promise<unknown>,
    parse: (raw: unknown) => T,
  ): Promise<T> => {
    let body: Promise<unknown> | undefined;
    const sdk = new CodatPlatform({
      authHeader: `Basic ${btoa(apiKey)}`,
      httpClient: new HTTPClient({ fetcher: boundedFetch(fetcher, bounds) }).addHook(
        'response',
        (response) => {
          quotaRemaining = remainingRequests(response.headers) ?? quotaRemaining;
          // Whatever isn’t JSON is the SDK’s to explain.
          body = response
            .clone()
            .json()
            .catch(() => undefined);
        },
      ),
      // Callers know better than the SDK how long to wait.
      retryConfig: { strategy: 'none' },
      ...(apiUrl && { serverURL: apiUrl }),
    });
    try {
      await request(sdk).catch((error: unknown) => {
        if (!(error instanceof ResponseValidationError)) throw error;
      });
      return parse(await body);
    } catch (error) {
      throw explain(error);
    }
  };
  /** @throws CodatUnavailable when what is left of today’s requests is for others */
  const spare = (): void => {
    if (quotaRemaining !== null && quotaRemaining < RESERVED)
      throw new CodatUnavailable('Too few API requests are left today.', { kind: 'rate_limited' });
  };
  const companyWithin =
    (bounds: Bounds) =>
    (companyId: string): Promise<ListedCompany> =>
      ask(
        bounds,
        (sdk) => sdk.companies.get({ companyId }),
        (raw) => {
          const asked = listedCompany.refine(
            ({ id }) => id.toLowerCase() === companyId.toLowerCase(),
          );
          return parseLeniently(asked, raw).value;
        },
      );

  return {
    /** A page of companies with their connections, most recently changed first. */
    companies: async (query: CompaniesQuery): Promise<CompaniesPage> => {
      const { results, totalResults } = await ask(
        patient,
        (sdk) => sdk.companies.list({ ...query, orderBy: '-modifiedDate' }),
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

    company: companyWithin(prompt),

    /** A company, for a webhook that waits for it. */
    companyAtDoor: async (companyId: string): Promise<ListedCompany> => {
      spare();
      return companyWithin(BRIEF)(companyId);
    },

    /** A company, for one of many checks that run in the background. */
    companyInBulk: async (companyId: string): Promise<ListedCompany> => {
      spare();
      return companyWithin(patient)(companyId);
    },

    createCompany: (company: NewCompany): Promise<ListedCompany> =>
      ask(
        prompt,
        (sdk) => sdk.companies.create(company),
        (raw) => parseLeniently(listedCompany, raw).value,
      ),

    /** All accounting software that Codat can connect. */
    integrations: async () => {
      const { results } = await ask(
        patient,
        (sdk) => sdk.integrations.list({ page: 1, pageSize: MOST_INTEGRATIONS }),
        (raw) => listing(MOST_INTEGRATIONS).parse(raw),
      );
      return (results ?? []).flatMap((result) => readIntegration(result) ?? []);
    },
  };
};

export type CodatClient = ReturnType<typeof createCodatClient>;
