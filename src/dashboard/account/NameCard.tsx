import { Form, required, SaveButton, TextInput, useGetIdentity, useNotify } from 'react-admin';
import { FormFailure } from '../shared/forms/FormFailure.tsx';
import { problemsOf } from '../shared/forms/problemsOf.ts';
import { SectionCard } from '../shared/SectionCard.tsx';
import { saveAccount } from '../shared/saveAccount.ts';

type Values = { name?: string };

/** The name that colleagues see. */
export const NameCard = () => {
  const { identity, refetch } = useGetIdentity();
  const notify = useNotify();
  const save = async ({ name }: Values) => {
    try {
      await saveAccount('update-user', { name });
      await refetch?.();
      notify('Name saved');
    } catch (error) {
      return problemsOf(error);
    }
  };
  return (
    <SectionCard title="Name">
      <Form
        record={{ name: identity?.fullName ?? '' }}
        onSubmit={save}
        noValidate
        disableInvalidFormNotification
      >
        <TextInput
          source="name"
          label="Your name"
          autoComplete="name"
          validate={required('Enter your name.')}
          helperText="Colleagues see it on what you do. Customers see it in your emails."
        />
        <FormFailure sx={{ mb: 1 }} />
        <SaveButton variant="outlined" label="Save name" />
      </Form>
    </SectionCard>
  );
};
