import { CodatPlatform } from '@codat/platform';
import { HTTPClient } from '@codat/platform/lib/http.js';
import { ResponseValidationError } from '@codat/platform/sdk/models/errors/responsevalidationerror.js';
import { z } from 'zod';
import { explain } from './errors.ts';
import { type ListedCompany, listedCompany, listedIntegration } from './payloads.ts';

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
  /** Number of companies on the page that don’t match the schema. */
  notUnderstood: number;
  totalResults: number;
  /** API requests left today. Null when Codat doesn’t say. */
  quotaRemaining: number | null;
};

export type NewCompany = { name: string; description?: string | undefined };

const listing = z.object({ results: z.array(z.unknown()).nullish(), totalResults: z.number() });

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

/**
 * Throws when the body isn’t the JSON that its content type promises. If the SDK parsed it first, it would leave an
 * unhandled promise rejection, which ends the process.
 */
const assertJson = async (response: Response): Promise<void> => {
  if (/json/.test(response.headers.get('content-type') ?? '')) await response.clone().json();
};

const read = async <T>(schema: z.ZodType<T>, response: Promise<unknown>): Promise<T> => {
  try {
    return schema.parse(await rawResponse(response));
  } catch (error) {
    throw explain(error);
  }
};

export type CodatOptions = { apiKey: string; apiUrl?: string | undefined; fetch?: typeof fetch };

/** The part of Codat’s API that we use. Every method throws `CodatRefusal` or `CodatUnavailable`. */
export const createCodatClient = ({ apiKey, apiUrl, fetch: fetcher }: CodatOptions) => {
  let quotaRemaining: number | null = null;
  const httpClient = new HTTPClient(
    fetcher && { fetcher: (input, init) => fetcher(input, init) },
  ).addHook('response', async (response) => {
    const remaining = response.headers.get('x-rate-limit-remaining');
    if (remaining !== null) quotaRemaining = Number(remaining);
    await assertJson(response);
  });
  const sdk = new CodatPlatform({
    authHeader: `Basic ${btoa(apiKey)}`,
    httpClient,
    timeoutMs: 30_000,
    // Callers know better than the SDK how long to wait.
    retryConfig: { strategy: 'none' },
    ...(apiUrl && { serverURL: apiUrl }),
  });

  return {
    /** A page of companies with their connections, most recently changed first. */
    companies: async (query: CompaniesQuery): Promise<CompaniesPage> => {
      const { results, totalResults } = await read(
        listing,
        sdk.companies.list({ ...query, orderBy: '-modifiedDate' }),
      );
      const parsed = (results ?? []).map((result) => listedCompany.safeParse(result));
      const companies = parsed.flatMap(({ data }) => data ?? []);
      const notUnderstood = parsed.length - companies.length;
      return { companies, notUnderstood, totalResults, quotaRemaining };
    },

    company: (companyId: string): Promise<ListedCompany> =>
      read(listedCompany, sdk.companies.get({ companyId })),

    createCompany: (company: NewCompany): Promise<ListedCompany> =>
      read(listedCompany, sdk.companies.create(company)),

    /** All accounting software that Codat can connect. */
    integrations: async () => {
      const { results } = await read(listing, sdk.integrations.list({ page: 1, pageSize: 2000 }));
      return (results ?? []).flatMap((result) => listedIntegration.safeParse(result).data ?? []);
    },
  };
};

export type CodatClient = ReturnType<typeof createCodatClient>;
