import { Alert, type AlertProps } from '@mui/material';
import { useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { useFormState } from 'react-hook-form';

/** A field’s own message and the element that takes its text or choice. */
const WRONG = '.MuiFormHelperText-root.Mui-error';
const FIELD = 'input:not([aria-hidden]), textarea:not([aria-hidden]), [role=combobox]';

const firstWrong = (form: HTMLFormElement) =>
  form.querySelector(WRONG)?.closest('.MuiFormControl-root')?.querySelector<HTMLElement>(FIELD);

/**
 * Why a form couldn’t be saved, unless its fields say it. Moves the focus to the first wrong field, which neither browsers
 * nor react-admin do for what the server refuses, or else to the button that tries again.
 */
export const FormFailure = ({ sx }: Pick<AlertProps, 'sx'>) => {
  const { errors, isSubmitting, submitCount } = useFormState();
  const translate = useTranslate();
  const place = useRef<HTMLDivElement>(null);
  const failed = errors.root?.failed?.message;
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form || submitCount === 0 || isSubmitting) return;
    const button = failed && form.querySelector<HTMLElement>('[type=submit]');
    (firstWrong(form) ?? (button || null))?.focus();
  }, [submitCount, isSubmitting, failed]);
  return (
    <div ref={place}>
      {failed && (
        <Alert severity="error" sx={sx}>
          {translate(failed, { _: failed })}
        </Alert>
      )}
    </div>
  );
};
