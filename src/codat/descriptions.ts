import { softwareOf } from '../journey/content/software.ts';
import { recognizeReason } from '../journey/recognize-reason.ts';
import type { Company, CompanyReference, Connection, ConnectionError } from './payloads.ts';

/** One key for each software: Codat has a further one for each country of some. */
export const canonicalKey = (key: string): string => softwareOf(key)?.key ?? key;

/** Leaves out what Codat did not say, so that it can't overwrite what is known. */
export const defined = <T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  ) as { [K in keyof T]?: NonNullable<T[K]> };

/** A Link URL less its one-time password, which lives a day and differs with every reading. */
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
  ...defined({ linkUrl: lastingUrl(company.redirect), createdAt: company.created }),
});

/** What every event about a connection carries. */
export const connectionData = (company: CompanyReference, connection: Connection) => ({
  customer: referenceProfile(company),
  connectionId: connection.id,
  ...defined({
    software: connection.integrationKey && canonicalKey(connection.integrationKey),
    softwareName: connection.platformName,
    connectionLinkUrl: lastingUrl(connection.linkUrl),
  }),
});

/** The reason of a failure, with what was said of it as it was received. */
export const failureOf = (error: ConnectionError | undefined) => {
  const statusCode = error?.statusCode?.toString();
  const text = [...new Set([error?.statusText, error?.errorMessage])].filter(Boolean).join(' · ');
  return { ...defined({ statusCode }), text, reason: recognizeReason({ statusCode, text }) };
};
