import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useAuthProvider, useLogoutIfAccessDenied } from 'react-admin';
import { followStream } from './followStream.ts';
import { createRefresher } from './refresher.ts';

const MINUTE = 60_000;

/** What changes as time passes, with nothing to announce it: who is stuck, which attempts count as abandoned. */
const CHANGING_WITH_TIME = ['customers', 'attempts'];

/** Keeps all that is on the screen up to date. Whether that works at the moment; undefined until it is known. */
export const useLive = (): boolean | undefined => {
  const [live, setLive] = useState<boolean>();
  const client = useQueryClient();
  const authProvider = useAuthProvider();
  const logoutIfAccessDenied = useLogoutIfAccessDenied();
  const checkSession = useEffectEvent(() =>
    authProvider?.getIdentity?.().catch(logoutIfAccessDenied),
  );

  useEffect(() => {
    const refresh = createRefresher(client);
    const timer = setInterval(() => refresh({ resources: CHANGING_WITH_TIME }), MINUTE);
    const leave = followStream({
      onChange: refresh,
      onLive: setLive,
      onRefused: () => checkSession(),
    });
    return () => {
      clearInterval(timer);
      leave();
    };
  }, [client]);

  return live;
};
