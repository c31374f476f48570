import { Button, DialogActions, DialogContent, type DialogProps, DialogTitle } from '@mui/material';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Form, useNotify } from 'react-admin';
import { type FieldValues, type SubmitHandler, useFormState } from 'react-hook-form';
import { FormFailure } from '../forms/FormFailure.tsx';
import { KEEP_TYPED } from '../forms/keepTyped.ts';
import { problemsOf } from '../forms/problemsOf.ts';
import { DialogWithText } from './DialogWithText.tsx';

/** Or else the form would start with the record of the page. */
const NOTHING = {};

type Props = Pick<DialogProps, 'maxWidth'> & {
  title: ReactNode;
  children: ReactNode;
  /** What the button says that submits. */
  action: string;
  /** Another action, at the other end. */
  aside?: ReactNode;
  /** Whether the action can’t be taken back. */
  dangerous?: boolean;
  /** Whether it can be submitted yet. */
  ready?: boolean;
  /** What the fields start with. */
  values?: FieldValues;
  /** @throws Error that says why it failed. The dialog shows it and stays. */
  onSubmit: SubmitHandler<FieldValues>;
  onClose: () => void;
};

/** A dialog that asks for something and does it, once however often its button is pressed. */
export const DialogForm = (props: Props) => {
  const { title, children, action, aside, dangerous, ready = true, values = NOTHING } = props;
  const { onSubmit, onClose, maxWidth = 'xs' } = props;
  const id = useId();
  const submit = useSubmit(onSubmit);
  return (
    <DialogWithText onClose={onClose} aria-labelledby={id} fullWidth maxWidth={maxWidth}>
      <Form
        record={values}
        resetOptions={KEEP_TYPED}
        onSubmit={submit}
        noValidate
        disableInvalidFormNotification
      >
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent>{children}</DialogContent>
        <FormFailure sx={{ mx: 3 }} />
        <DialogActions>
          {aside}
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton disabled={!ready} color={dangerous ? 'error' : 'primary'}>
            {action}
          </SubmitButton>
        </DialogActions>
      </Form>
    </DialogWithText>
  );
};

type SubmitProps = { disabled: boolean; color: 'error' | 'primary'; children: string };

/** Not react-admin’s `SaveButton`, which stays enabled while it saves if it is enabled before anything has changed. */
const SubmitButton = (props: SubmitProps) => {
  const { isSubmitting } = useFormState();
  return <Button type="submit" variant="contained" loading={isSubmitting} {...props} />;
};

/** What failed after people have closed the dialog is shown as a notification. */
const useSubmit = (onSubmit: Props['onSubmit']) => {
  const notify = useNotify();
  const open = useRef(true);
  useEffect(() => {
    open.current = true;
    return () => {
      open.current = false;
    };
  }, []);
  return async (values: FieldValues) => {
    try {
      await onSubmit(values);
    } catch (error) {
      if (open.current || !(error instanceof Error)) return problemsOf(error);
      notify(error.message, { type: 'error' });
    }
  };
};
