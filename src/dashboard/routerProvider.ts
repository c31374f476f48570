import {
  type RouterBlockerFunction,
  type RouterProvider,
  reactRouterProvider,
  useTranslate,
} from 'react-admin';

const UNBLOCKED = {
  state: 'unblocked',
  reset: undefined,
  proceed: undefined,
  location: undefined,
} as const;

/**
 * React Router, but someone who leaves a form with unsaved changes is asked at once. React-admin asks once the page has
 * been drawn again. On a slow computer, the form may be saved by then, and the page ends with the error “Invalid blocker
 * state transition”.
 */
export const routerProvider: RouterProvider = {
  ...reactRouterProvider,
  useBlocker: (shouldBlock) => {
    const translate = useTranslate();
    const stays: RouterBlockerFunction = (navigation) =>
      (typeof shouldBlock === 'function' ? shouldBlock(navigation) : shouldBlock) &&
      !window.confirm(translate('ra.message.unsaved_changes'));
    reactRouterProvider.useBlocker(stays);
    return UNBLOCKED;
  },
};
