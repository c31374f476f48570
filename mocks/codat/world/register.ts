import type { SandboxCompany } from './companies.ts';

const isConnected = ({ connections }: SandboxCompany): boolean =>
  connections.some(({ status }) => status === 'Linked');

/** What the API asks of all companies at once, kept up with every change so that it need not be counted. */
export const createRegister = (kept: readonly SandboxCompany[]) => {
  /** In the order of their creation. */
  const companies = new Map<string, SandboxCompany>();
  const connected = new Set<string>();
  let revision = 0;

  const keep = (id: string, company: SandboxCompany | null): void => {
    revision += 1;
    if (company) companies.set(id, company);
    else companies.delete(id);
    if (company && isConnected(company)) connected.add(id);
    else connected.delete(id);
  };

  for (const company of kept.toSorted((a, b) => (a.created < b.created ? -1 : 1)))
    keep(company.id, company);

  return {
    keep,
    /** Grows with every change of any company. */
    revision: (): number => revision,
    connected: (): number => connected.size,
    byCreation: (): SandboxCompany[] => [...companies.values()],
  };
};

export type Register = ReturnType<typeof createRegister>;
