import { Dialog, type DialogProps } from '@mui/material';
import { type InputEvent, useRef } from 'react';

type Props = Omit<DialogProps, 'open' | 'onClose'> & { onClose: () => void };

/** A dialog with fields for text. Once something is typed, only its buttons close it: Escape or a click beside it could be a slip. */
export const DialogWithText = ({ onClose, ...props }: Props) => {
  const typed = useRef(false);
  const notice = ({ target }: InputEvent) => {
    if (
      target instanceof Element &&
      target.matches('textarea, input:not([type=radio], [type=checkbox])')
    )
      typed.current = true;
  };
  const close = () => {
    if (!typed.current) onClose();
  };
  return <Dialog open onClose={close} onInput={notice} {...props} />;
};
