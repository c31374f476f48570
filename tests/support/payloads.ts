type Body = { id?: string; eventType: string; generatedDate?: string; payload: unknown };

const AT = '2026-03-09T10:00:00.000Z';

/** A webhook’s body, as Codat sends it. */
export const webhookBody = ({
  id = crypto.randomUUID(),
  eventType,
  generatedDate = AT,
  payload,
}: Body): string => JSON.stringify({ id, eventType, generatedDate, payload });

export const company = (id: string, name = `Company ${id}`) => ({
  id,
  name,
  description: 'Asked for a card in spring',
  redirect: `https://link.codat.io/company/${id}`,
  created: '2026-03-01T08:00:00.000Z',
  tags: { region: 'uk' },
});

type ConnectionFields = {
  status?: string;
  errors?: object[];
  connectionId?: string;
  key?: string;
  name?: string;
  sourceType?: string;
};

export const connection = (companyId: string, fields: ConnectionFields = {}) => ({
  referenceCompany: { id: companyId, name: `Company ${companyId}` },
  connection: {
    id: fields.connectionId ?? `${companyId}-connection`,
    integrationKey: fields.key ?? 'gbol',
    platformName: fields.name ?? 'Xero',
    linkUrl: `https://link-api.codat.io/companies/${companyId}/connections/1/start`,
    status: fields.status ?? 'PendingAuth',
    created: AT,
    sourceType: fields.sourceType ?? 'Accounting',
    ...(fields.errors && { dataConnectionErrors: fields.errors }),
  },
});

export const failure = (statusCode: string, statusText: string, erroredOnUtc = AT) => ({
  statusCode,
  statusText,
  errorMessage: statusText,
  erroredOnUtc,
  status: 'Active',
});

export const read = (companyId: string, status = 'Complete') => ({
  referenceCompany: { id: companyId, name: `Company ${companyId}` },
  dataTypes: [
    {
      connectionId: `${companyId}-connection`,
      dataType: 'invoices',
      recordsModified: true,
      status,
    },
  ],
});
