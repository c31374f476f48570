import type { PageDefinition } from '../shared/pages/definitions.ts';
import { AccountPage } from './AccountPage.tsx';

/** Opened from the person’s name at the end of the menu. */
export const account: PageDefinition = { menu: null, element: <AccountPage /> };
