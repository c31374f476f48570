import { visuallyHidden } from '@mui/utils';
import { useState } from 'react';
import { Form, PasswordInput, required, SaveButton, useGetIdentity, useNotify } from 'react-admin';
import { FormFailure } from '../shared/forms/FormFailure.tsx';
import { problemsOf } from '../shared/forms/problemsOf.ts';
import { SectionCard } from '../shared/SectionCard.tsx';
import { saveAccount } from '../shared/saveAccount.ts';

type Values = { currentPassword?: string; newPassword?: string };

/** Changes the password, which ends all other sessions. */
export const PasswordCard = () => {
  const { identity } = useGetIdentity();
  const notify = useNotify();
  const [saved, setSaved] = useState(0);
  const save = async ({ currentPassword, newPassword }: Values) => {
    try {
      await saveAccount('change-password', { currentPassword, newPassword });
      setSaved(saved + 1);
      notify('Password changed. Your other sessions have ended.');
    } catch (error) {
      return problemsOf(error);
    }
  };
  return (
    <SectionCard title="Password">
      {/* A new form is empty. */}
      <Form key={saved} onSubmit={save} noValidate disableInvalidFormNotification>
        {/* For password managers. https://www.chromium.org/developers/design-documents/create-amazing-password-forms */}
        <input
          type="text"
          autoComplete="username"
          value={identity?.email ?? ''}
          readOnly
          tabIndex={-1}
          aria-hidden
          style={visuallyHidden}
        />
        <PasswordInput
          source="currentPassword"
          label="Current password"
          autoComplete="current-password"
          validate={required('Enter your password.')}
          helperText={false}
        />
        <PasswordInput
          source="newPassword"
          label="New password"
          autoComplete="new-password"
          validate={required('Enter a new password.')}
          helperText="12 to 128 characters. Signs you out everywhere else."
        />
        <FormFailure sx={{ mb: 1 }} />
        <SaveButton variant="outlined" label="Change password" icon={false} />
      </Form>
    </SectionCard>
  );
};
