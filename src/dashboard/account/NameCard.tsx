import { Form, required, SaveButton, TextInput, useGetIdentity, useNotify } from 'react-admin';
import { SectionCard } from '../shared/SectionCard.tsx';
import { saveAccount } from './saveAccount.ts';

type Values = { name?: string };

/** The name that colleagues see. */
export const NameCard = () => {
  const { identity, refetch } = useGetIdentity();
  const notify = useNotify();
  const save = async ({ name }: Values) => {
    try {
      const errors = await saveAccount('update-user', { name });
      if (errors) return errors;
      await refetch?.();
      notify('Name saved');
    } catch (error) {
      if (error instanceof Error) notify(error.message, { type: 'error' });
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
        <SaveButton variant="outlined" label="Save name" />
      </Form>
    </SectionCard>
  );
};
