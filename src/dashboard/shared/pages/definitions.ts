import type { SvgIcon } from '@mui/material';
import type { ReactElement } from 'react';
import type { ResourceProps } from 'react-admin';
import type { Action, ResourceName } from '../../../common/permissions.ts';

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
  requires?: { resource: ResourceName; action: Action };
  /** Other resources whose pages belong to this entry. */
  includes?: readonly ResourceName[];
};

/** The pages of a resource. `menu` is null when people reach them from another page. */
export type ResourceDefinition = Omit<ResourceProps, 'name' | 'icon'> & { menu: MenuEntry | null };

/** A page that belongs to no resource. Its address is its name, followed by `rest`. `menu` as for resources. */
export type PageDefinition = { element: ReactElement; rest?: string; menu: MenuEntry | null };
