import type { SandboxCompany } from './companies.ts';

const isConnected = ({ connections }: SandboxCompany): boolean =>
  connections.some(({ status }) => status === 'Linked');

/** Facts about all companies that the API needs, updated with each change so they needn't be counted each time. */
export const createRegister = (kept: readonly SandboxCompany[]) => {
  /** In order of creation. */
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
    /** Increases with each change of any company. */
    revision: (): number => revision,
    connected: (): number => connected.size,
    byCreation: (): SandboxCompany[] => [...companies.values()],
  };
};

export type Register = ReturnType<typeof createRegister>;
