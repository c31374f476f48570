import type { ResourceName, Role } from '../common/permissions.ts';
import { account } from './account/index.tsx';
import { activity } from './activity/index.ts';
import { alerts } from './alerts/index.ts';
import { apiKeys } from './api-keys/index.ts';
import { codat } from './codat/index.tsx';
import { contactImports } from './contact-imports/index.ts';
import { customers } from './customers/index.tsx';
import { dataProvider } from './dataProvider.ts';
import { deliveries } from './deliveries/index.ts';
import { emailTemplates } from './email-templates/index.ts';
import { emails } from './emails/index.ts';
import { guides } from './guides/index.tsx';
import { incidents } from './incidents/index.ts';
import { overview } from './overview/index.tsx';
import { portfolio } from './portfolio/index.tsx';
import { raisedCases } from './raised-cases/index.ts';
import { settings } from './settings/index.tsx';
import type { Command, PageDefinition, ResourceDefinition } from './shared/pages/definitions.ts';
import { loadSoon } from './shared/pages/lazyComponent.ts';
import { software } from './software/index.ts';
import { stuck } from './stuck/index.tsx';
import { team } from './team/index.ts';
import { thresholds } from './thresholds/index.ts';

type PageName = 'stuck' | 'portfolio' | 'overview' | 'guides' | 'codat' | 'settings' | 'account';

/**
 * Every resource and every other page, in the order of the menu; null for a resource without pages. A new one does not
 * compile until it is listed here.
 */
const DEFINITIONS: Record<ResourceName, ResourceDefinition | null> &
  Record<PageName, PageDefinition> = {
  stuck,
  portfolio,
  overview,
  customers,
  software,
  guides,
  emails,
  'raised-cases': raisedCases,
  activity,
  codat,
  settings,
  account,
  deliveries,
  'api-keys': apiKeys,
  'email-templates': emailTemplates,
  'contact-imports': contactImports,
  incidents,
  users: team,
  'stuck-rules': thresholds,
  alerts,
  'alert-messages': null,
  'contact-import-lines': null,
  attempts: null,
  'codat-checks': null,
  'codat-settings': null,
  'codat-owners': null,
  'digest-settings': null,
  events: null,
  invitations: null,
  journeys: null,
  links: null,
  metrics: null,
  notes: null,
  presence: null,
  sessions: null,
  syncs: null,
  views: null,
  'workspace-settings': null,
};

type Named<D> = [name: string, definition: D];

const ALL: Named<ResourceDefinition | PageDefinition>[] = Object.entries(DEFINITIONS).flatMap(
  ([name, definition]) => (definition ? [[name, definition] satisfies Named<unknown>] : []),
);

export const PAGES = ALL.flatMap(([name, definition]) =>
  'element' in definition ? [{ path: `/${name}${definition.rest ?? ''}`, ...definition }] : [],
);

export const RESOURCE_PAGES = ALL.flatMap(([name, definition]) =>
  'element' in definition ? [] : [{ name, ...definition }],
);

const definitionAt = (address: string) => {
  const [path = ''] = address.split('?');
  const [, name, id] = path.split('/');
  return { definition: ALL.find(([one]) => one === name)?.[1], id };
};

/** Loads the code of the page at an address, which is about to be shown. */
export const loadPage = (address: string): void => {
  const { definition, id } = definitionAt(address);
  if (!definition) return;
  if ('element' in definition) loadSoon(definition.element.type);
  else loadSoon(id ? (definition.show ?? definition.edit) : definition.list);
};

/** Asks for what the page at an address, which is about to be shown, waits for. */
export const askForPage = (address: string): void =>
  definitionAt(address).definition?.ask?.(dataProvider);

const prepare = (address: string): void => {
  loadPage(address);
  askForPage(address);
};

const LANDING_PAGES: Record<Role, `/${PageName}`> = {
  agent: '/stuck',
  manager: '/portfolio',
  admin: '/overview',
};

/** Agents start with the queue, account managers with their portfolio, admins with the overview. */
export const landingPageOf = (role: Role = 'agent'): string => LANDING_PAGES[role];

export const MENU = ALL.flatMap(([name, { menu }]) =>
  menu ? [{ name, ...menu, prepare: () => prepare(`/${name}`) }] : [],
);

/** In the order of the menu, whose entries people find as well. */
export const COMMANDS: Command[] = ALL.flatMap(([, { commands = [] }]) => commands);
