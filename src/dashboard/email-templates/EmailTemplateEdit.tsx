import { Breadcrumbs, Link } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CanAccess, Loading } from 'react-admin';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { EMAIL_TEMPLATE_FACTS } from '../../journey/outreach.ts';
import { Failure } from '../shared/Failure.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { Whose } from './ChangedBy.tsx';
import { TemplateEditor } from './TemplateEditor.tsx';
import { TemplateWords } from './TemplateFields.tsx';
import { readTemplate } from './templateApi.ts';

/**
 * The words of one e-mail: to change for administrators, to read for others. They are read once, and not anew when
 * others change them: what someone is writing must not move under their hands.
 */
export const EmailTemplateEdit = () => {
  const { id = '' } = useParams();
  const client = useQueryClient();
  const queryKey = ['template-to-edit', id];
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => readTemplate(id),
    ...{ retry: false, gcTime: 0, staleTime: Number.POSITIVE_INFINITY },
  });
  if (error) return <Failure error={error} onRetry={() => refetch()} />;
  if (!data) return <Loading />;
  const { label } = EMAIL_TEMPLATE_FACTS[data.record.id];
  return (
    <>
      <Breadcrumbs sx={{ fontSize: 13, mb: 0.5 }}>
        <Link component={RouterLink} to="/email-templates" color="text.secondary">
          E-mails
        </Link>
        {label}
      </Breadcrumbs>
      <PageHeader title={label} note={<Whose template={data.record} />} />
      <CanAccess
        resource="email-templates"
        action="edit"
        accessDenied={<TemplateWords template={data.record} />}
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
