import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useDataProvider, useLogoutIfAccessDenied } from 'react-admin';
import { getSession } from '../../shared/server/session.ts';
import { followStream } from './followStream.ts';
import { createRefresher } from './refresher.ts';

const MINUTE = 60_000;

/** Resources that also change as time passes, unannounced: who is stuck, which attempts count as abandoned, who is still there. */
const CHANGING_WITH_TIME = ['customers', 'attempts', 'presence'];

/** `staleSince` is null while the page receives changes, otherwise when it last did, in milliseconds since 1970. */
type Live = { staleSince: number | null };

/** Keeps everything on the screen up to date. Returns whether that works, or undefined until known. */
export const useLive = (): Live | undefined => {
  const [live, setLive] = useState<Live>();
  const client = useQueryClient();
  const dataProvider = useDataProvider();
  const logoutIfAccessDenied = useLogoutIfAccessDenied();
  const checkSession = useEffectEvent(() => getSession().catch(logoutIfAccessDenied));

  useEffect(() => {
    const { refresh, setPace } = createRefresher(client, dataProvider);
    // A page that is hidden reads everything again when it shows.
    const timer = setInterval(
      () => document.hidden || refresh({ resources: CHANGING_WITH_TIME }),
      MINUTE,
    );
    const leave = followStream({
      onChange: refresh,
      onPace: setPace,
      onLive: () => setLive({ staleSince: null }),
      onBreak: (staleSince) => setLive({ staleSince }),
      onRefused: () => checkSession(),
    });
    return () => {
      clearInterval(timer);
      leave();
    };
  }, [client, dataProvider]);

  return live;
};
