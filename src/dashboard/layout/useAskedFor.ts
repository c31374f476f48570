import { useLocation } from 'react-router-dom';
import { isSignOnFailure, SIGN_ON_FAILURES } from '../../common/sign-on-failures.ts';

/**
 * What led to the sign-in page: the page asked for, as react-admin or a failed single sign-on tells it, and that failure.
 */
export const useAskedFor = () => {
  const { search, state } = useLocation();
  const query = new URLSearchParams(search);
  const failure = query.get('failure') ?? '';
  const asked = state?.nextPathname ? `${state.nextPathname}${state.nextSearch ?? ''}` : null;
  return {
    to: query.get('to') ?? asked ?? '/',
    problem: isSignOnFailure(failure) ? SIGN_ON_FAILURES[failure] : undefined,
  };
};
