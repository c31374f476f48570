import { useEffect } from 'react';
import { HttpError, useListContext } from 'react-admin';
import { useLocation, useNavigate } from 'react-router-dom';
import { SHOW_ALL } from './showAll.ts';

/**
 * Drops the filter and order in the address when the API refuses them. Otherwise react-admin remembers them, and the
 * list never opens again. Its notification says what was wrong.
 */
export const useDropInvalid = () => {
  const { error } = useListContext();
  const navigate = useNavigate();
  const { search } = useLocation();
  const refused = error instanceof HttpError && error.status === 400 && search !== SHOW_ALL;
  useEffect(() => {
    if (refused) navigate({ search: SHOW_ALL }, { replace: true });
  }, [refused, navigate]);
};
