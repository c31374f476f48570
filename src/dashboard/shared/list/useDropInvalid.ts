import { useEffect } from 'react';
import { HttpError, useListContext } from 'react-admin';
import { useLocation, useNavigate } from 'react-router-dom';
import { SHOW_ALL } from './showAll.ts';

/**
 * Drops the filter and order in the address when the API refuses them. Otherwise react-admin remembers them, and the
 * list never opens again. Its notification says what was wrong, and the page what that means for a saved view.
 */
export const useDropInvalid = () => {
  const { error } = useListContext();
  const navigate = useNavigate();
  const { search } = useLocation();
  const view = new URLSearchParams(search).get('view');
  const all = view ? `${SHOW_ALL}&${new URLSearchParams({ view })}` : SHOW_ALL;
  const refused = error instanceof HttpError && error.status === 400 && search !== all;
  useEffect(() => {
    if (refused) navigate({ search: all }, { replace: true });
  }, [refused, navigate, all]);
};
