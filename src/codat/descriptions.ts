import { softwareOf } from '../journey/content/software.ts';
import type {
  Company,
  CompanyReference,
  Connection,
  ConnectionError,
  DataTypeRead,
} from './payloads.ts';

/** Maps Codat’s country-specific keys to one key per accounting package. */
export const canonicalKey = (key: string): string => softwareOf(key)?.key ?? key;

/** Drops fields without a value, so that they can’t overwrite known values. */
export const defined = <T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  // Cast because `Object.fromEntries` loses the keys.
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  ) as { [K in keyof T]?: NonNullable<T[K]> };

/** A Link URL without its one-time password, which is valid for a day and changes with each response. */
const lastingUrl = (url: string | null | undefined): string | null => {
  if (!url) return null;
  const lasting = new URL(url);
  lasting.searchParams.delete('otp');
  return lasting.href;
};

export const referenceProfile = ({ name, description, tags }: CompanyReference) =>
  defined({ name, description, tags });

export const companyProfile = (company: Company) => ({
  ...referenceProfile(company),
  ...defined({
    linkUrl: lastingUrl(company.redirect),
    createdAt: company.created,
    // In an order of its own, because Codat’s may change.
    ownerIds: company.ownerUserIds?.toSorted(),
  }),
});

/** The data common to all events of a connection. */
export const connectionData = (company: CompanyReference, connection: Connection) => ({
  customer: referenceProfile(company),
  connectionId: connection.id,
  ...defined({
    software: connection.integrationKey && canonicalKey(connection.integrationKey),
    softwareName: connection.platformName,
    connectionLinkUrl: lastingUrl(connection.linkUrl),
    sourceType: connection.sourceType,
  }),
});

/** The status code and the text of a failure, as received. */
export const failureOf = (error: ConnectionError | undefined) => {
  const statusCode = error?.statusCode?.toString();
  const text = [...new Set([error?.statusText, error?.errorMessage])].filter(Boolean).join(' · ');
  return { ...defined({ statusCode }), text };
};

/** Statuses of reads that ended without data. The others are still under way. */
const FAILED_READ = /Error$|^(Cancelled|NotSupported|PrerequisiteNotMet)$/;

export const hasFailed = ({ status }: DataTypeRead): boolean => FAILED_READ.test(status ?? '');

/** The statuses of failed reads, each with its data types, and the text of their issues, as received. */
export const readFailureOf = (reads: readonly DataTypeRead[]) => {
  const byStatus = Map.groupBy(reads, ({ status }) => status ?? '');
  const messages = reads.flatMap(({ issues }) => issues ?? []).map(({ message }) => message ?? '');
  return {
    statuses: [...byStatus].map(([status, group]) =>
      [status, ...group.map(({ dataType }) => dataType ?? '')].filter(Boolean).join(' '),
    ),
    text: [...new Set(messages)].filter(Boolean).join(' · '),
  };
};
