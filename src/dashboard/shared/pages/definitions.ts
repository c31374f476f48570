import type { SvgIcon } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import type { DataProvider, ResourceProps } from 'react-admin';
import type { Action, ResourceName } from '../../../common/permissions.ts';

type Permission = { resource: ResourceName; action: Action };

/** How a page appears in the menu. */
export type MenuEntry = {
  section: 'main' | 'workspace';
  label: string;
  icon: typeof SvgIcon;
  /** The query that the entry opens the page with. */
  search?: string;
  /** The records whose count is shown beside the label. */
  count?: { resource: ResourceName; filter: object; hideZero?: true };
  /** The permission that the user needs to see the entry. */
  requires?: Permission;
  /** Other resources whose pages belong to this entry. */
  includes?: readonly ResourceName[];
};

/** What people find with Ctrl K besides the menu: another page, or something to do in a dialog. */
export type Command = {
  label: string;
  icon: typeof SvgIcon;
  /** Other words that people may look for. */
  synonyms?: string;
  /** The permission that the user needs to find it. */
  requires?: Permission;
} & ({ to: string } | { dialog: (close: () => void) => ReactNode });

type Definition = {
  menu: MenuEntry | null;
  commands?: readonly Command[];
  /** Asks for what the page waits for before it asks for anything else. */
  ask?: (dataProvider: DataProvider) => void;
};

/** The pages of a resource. `menu` is null when people reach them from another page. */
export type ResourceDefinition = Omit<ResourceProps, 'name' | 'icon'> & Definition;

/** A page that belongs to no resource. Its address is its name, followed by `rest`. `menu` as for resources. */
export type PageDefinition = Definition & { element: ReactElement; rest?: string };
