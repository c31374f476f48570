import { Breadcrumbs, Link } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CanAccess, Loading } from 'react-admin';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { EMAIL_TEMPLATE_FACTS } from '../../journey/outreach.ts';
import { Failure } from '../shared/Failure.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { ChangedBy } from './ChangedBy.tsx';
import { TemplateEditor } from './TemplateEditor.tsx';
import { TemplateFields } from './TemplateFields.tsx';
import { readTemplate } from './templateApi.ts';

/**
 * One template, editable for administrators and read-only for others. It is fetched only once: a colleague’s changes
 * must not overwrite what someone is typing, which is why this isn’t react-admin’s `EditBase`.
 */
export const EmailTemplateEdit = () => {
  const { id = '' } = useParams();
  const client = useQueryClient();
  const queryKey = ['template-to-edit', id];
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => readTemplate(id),
    retry: false,
    gcTime: 0,
    // Not even after an outage, when everything else is.
    staleTime: ({ state }) => (state.data ? 'static' : 0),
  });
  if (!data) return error ? <Failure error={error} onRetry={() => refetch()} /> : <Loading />;
  const { label } = EMAIL_TEMPLATE_FACTS[data.record.id];
  return (
    <>
      <Breadcrumbs sx={{ fontSize: 13, mb: 0.5 }}>
        <Link component={RouterLink} to="/email-templates" color="text.secondary">
          Email templates
        </Link>
        {label}
      </Breadcrumbs>
      <PageHeader title={label} note={<ChangedBy template={data.record} />} />
      <CanAccess
        resource="email-templates"
        action="edit"
        accessDenied={<TemplateFields template={data.record} />}
      >
        <TemplateEditor
          template={data}
          onSaved={(saved) => client.setQueryData(queryKey, saved)}
          onReload={() => refetch()}
        />
      </CanAccess>
    </>
  );
};
