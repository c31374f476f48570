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
  /** Conditions in Codat's query language. */
  tags?: string | undefined;
  query?: string | undefined;
};

export type CompaniesPage = {
  companies: ListedCompany[];
  /** How many on the page are not of the form that Codat promises. */
  notUnderstood: number;
  totalResults: number;
  /** Requests that Codat still allows today; null when it does not say. */
  quotaRemaining: number | null;
};

export type NewCompany = { name: string; description?: string | undefined };

const listing = z.object({ results: z.array(z.unknown()).nullish(), totalResults: z.number() });

/**
 * The SDK refuses a whole answer for a single field that it doesn't expect. What arrived is read by our own, more
 * forgiving forms instead, one company at a time.
 */
const asReceived = async (answer: Promise<unknown>): Promise<unknown> => {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ResponseValidationError) return error.rawValue;
    throw error;
  }
};

/**
 * Rejects an answer that is no JSON although it says so. Were the SDK to find out, it would leave a rejected promise
 * that nobody handles, which ends the process.
 */
const expectWhole = async (response: Response): Promise<void> => {
  if (/json/.test(response.headers.get('content-type') ?? '')) await response.clone().json();
};

const read = async <T>(form: z.ZodType<T>, answer: Promise<unknown>): Promise<T> => {
  try {
    return form.parse(await asReceived(answer));
  } catch (error) {
    throw explain(error);
  }
};

export type CodatOptions = { apiKey: string; apiUrl?: string | undefined; fetch?: typeof fetch };

/** Codat's API, as far as it is used here. Every method throws `CodatRefusal` or `CodatUnavailable`. */
export const createCodatClient = ({ apiKey, apiUrl, fetch: fetcher }: CodatOptions) => {
  let quotaRemaining: number | null = null;
  const httpClient = new HTTPClient(
    fetcher && { fetcher: (input, init) => fetcher(input, init) },
  ).addHook('response', async (response) => {
    const remaining = response.headers.get('x-rate-limit-remaining');
    if (remaining !== null) quotaRemaining = Number(remaining);
    await expectWhole(response);
  });
  const sdk = new CodatPlatform({
    authHeader: `Basic ${btoa(apiKey)}`,
    httpClient,
    timeoutMs: 30_000,
    // Whoever calls knows better than the SDK how long waiting makes sense.
    retryConfig: { strategy: 'none' },
    ...(apiUrl && { serverURL: apiUrl }),
  });

  return {
    /** A page of companies with their connections, the newest change first. */
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

    /** All software that Codat can connect. */
    integrations: async () => {
      const { results } = await read(listing, sdk.integrations.list({ page: 1, pageSize: 2000 }));
      return (results ?? []).flatMap((result) => listedIntegration.safeParse(result).data ?? []);
    },
  };
};

export type CodatClient = ReturnType<typeof createCodatClient>;
