import { Link } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CanAccess, Loading } from 'react-admin';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { Failure } from '../shared/Failure.tsx';
import { TemplateEditor } from './TemplateEditor.tsx';
import { TemplateWords } from './TemplateWords.tsx';
import { readTemplate } from './templateApi.ts';

/**
 * The words of one e-mail: to change for administrators, to read for others. They are read once, and not anew with
 * every change elsewhere: what someone is writing must not move under their hands.
 */
export const TemplatePage = () => {
  const { template = '' } = useParams();
  const client = useQueryClient();
  const queryKey = ['template-to-edit', template];
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => readTemplate(template),
    retry: false,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error) return <Failure error={error} onRetry={() => refetch()} />;
  if (!data) return <Loading />;
  return (
    <>
      <Link component={RouterLink} to="/settings/emails" sx={{ display: 'inline-block', mb: 1 }}>
        All e-mails
      </Link>
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
