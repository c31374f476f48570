import { createContext, type ReactNode, useContext } from 'react';
import { type UserIdentity, useGetIdentity } from 'react-admin';

const Me = createContext<UserIdentity | undefined>(undefined);

/** Says once who is signed in, for parts of which a list has hundreds: each question takes as long as a button does. */
export const MeProvider = ({ children }: { children: ReactNode }) => (
  <Me value={useGetIdentity().identity}>{children}</Me>
);

/** Who is signed in. Undefined until known. */
export const useMe = (): UserIdentity | undefined => useContext(Me);
