/** The states that every list, card and dialog of the dashboard can be in. */
export const STATES = ['empty', 'loading', 'error', 'full'] as const;
export type State = (typeof STATES)[number];

/** What the page must show. The browser tests check it for each component in each state. */
export type Expected =
  /** Records, in rows or cards. */
  | 'rows'
  /** Anything but progress or a failure. */
  | 'content'
  /** A sentence that says why there is nothing. */
  | 'sentence'
  /** A progress indicator or a skeleton. */
  | 'progress'
  /** What went wrong, and a button to try again. */
  | 'failure'
  /** What went wrong. Closing the dialog and opening it again retries. */
  | 'alert'
  /** Nothing at all: most customers have none of these. */
  | 'nothing';

/** A state that a component doesn’t have, and why. */
type Never = { never: string };

export type Plan = Record<State, Expected | Never>;

const LIST = {
  empty: 'sentence',
  loading: 'progress',
  error: 'failure',
  full: 'rows',
} as const satisfies Plan;

const NUMBERS = { ...LIST, full: 'content' } as const satisfies Plan;

/** Tiles show zeros and dashes where there is nothing. */
const TILES = { ...NUMBERS, empty: 'content' } as const satisfies Plan;

const alwaysThere = { never: 'It comes with the installation.' };
const given = { never: 'It loads nothing: it shows what it is given.' };

const GIVEN = {
  empty: given,
  loading: given,
  error: given,
  full: 'content',
} as const satisfies Plan;

const SETTINGS = { ...NUMBERS, empty: alwaysThere } as const satisfies Plan;

/** It can be drawn from the record it is given. Whatever else it loads is a detail. */
const DETAILED = {
  empty: 'content',
  loading: 'content',
  error: 'content',
  full: 'content',
} as const satisfies Plan;

/** Hidden if there are none, and until that is known. */
const HIDDEN_WHEN_EMPTY = {
  empty: 'nothing',
  loading: 'nothing',
  error: 'failure',
  full: 'rows',
} as const satisfies Plan;

/** Everything the gallery shows. Files of lists, cards and dialogs have the names of their entries. */
export const PLAN = {
  ActivityList: {
    ...LIST,
    empty: { never: 'Someone who sees it has signed in, which is its first entry.' },
  },
  AlertList: LIST,
  ApiKeyList: LIST,
  ContactImportList: LIST,
  CustomerList: LIST,
  DeliveryList: LIST,
  EmailTemplateList: { ...LIST, empty: alwaysThere },
  IncidentList: { ...LIST, full: { never: 'The samples are too few to find any.' } },
  OutboxList: LIST,
  RaisedCaseList: LIST,
  SoftwareList: LIST,
  StuckList: LIST,
  SyncHistory: LIST,
  TeamList: { ...LIST, empty: alwaysThere },
  ThresholdList: { ...LIST, empty: alwaysThere },

  ActionsCard: NUMBERS,
  ActivityCard: LIST,
  AttemptsCard: HIDDEN_WHEN_EMPTY,
  ConnectionCard: { empty: 'content', loading: 'content', error: 'failure', full: 'content' },
  ContactsCard: { ...GIVEN, empty: 'content' },
  ContentCard: SETTINGS,
  CurveCard: NUMBERS,
  DigestCard: SETTINGS,
  FailingSoftwareCard: NUMBERS,
  FileCard: GIVEN,
  FilterCard: SETTINGS,
  DropoffCard: NUMBERS,
  FunnelCard: NUMBERS,
  ManagersCard: NUMBERS,
  GroupCard: LIST,
  GuideCard: GIVEN,
  InvitationsCard: HIDDEN_WHEN_EMPTY,
  IncidentCard: GIVEN,
  JourneyCard: DETAILED,
  LinkUrlCard: { empty: 'sentence', loading: 'content', error: 'failure', full: 'content' },
  MetricsCard: { ...NUMBERS, empty: 'content' },
  NameCard: GIVEN,
  NextActionCard: { empty: 'nothing', loading: 'nothing', error: 'content', full: 'content' },
  NotesCard: GIVEN,
  OtherConnectionsCard: GIVEN,
  OutcomeCard: GIVEN,
  PasswordCard: GIVEN,
  OwnersCard: { ...HIDDEN_WHEN_EMPTY, full: 'content' },
  PortfolioCard: SETTINGS,
  ChartCard: { ...NUMBERS, empty: 'content' },
  ConversionCard: SETTINGS,
  RaisedCasesCard: HIDDEN_WHEN_EMPTY,
  ReasonsCard: NUMBERS,
  SectionCard: GIVEN,
  SenderCard: SETTINGS,
  SentAlertsCard: LIST,
  SessionsCard: { ...LIST, empty: { never: 'People who see it are signed in.' } },
  ShortcutsCard: GIVEN,
  SoftwareCard: { ...NUMBERS, error: 'sentence' },
  StepsCard: NUMBERS,
  StuckCustomersCard: LIST,
  StuckReasonsCard: LIST,
  SubsidiariesCard: HIDDEN_WHEN_EMPTY,
  SummaryCard: { ...NUMBERS, empty: 'content' },
  RecentEvents: LIST,
  TimelineCard: LIST,
  WeeklyCard: { ...NUMBERS, empty: 'content' },
  WorkingTimeCard: SETTINGS,

  AccountManagerDialog: { ...DETAILED, empty: given, loading: 'progress' },
  AddCustomerDialog: { ...DETAILED, empty: given, loading: 'progress' },
  BulkCloseDialog: { empty: given, loading: 'progress', error: 'alert', full: 'rows' },
  BulkPauseDialog: { empty: given, loading: 'progress', error: 'alert', full: 'rows' },
  BulkPersonDialog: DETAILED,
  BulkTagDialog: DETAILED,
  AlertDialog: { ...DETAILED, empty: given, loading: 'progress' },
  BulkSendDialog: { empty: 'content', loading: 'progress', error: 'alert', full: 'rows' },
  BulkCheckDialog: GIVEN,
  CallChecklistDialog: DETAILED,
  CheckProgressDialog: { empty: given, loading: 'progress', error: 'alert', full: 'rows' },
  ChangeViewDialog: GIVEN,
  CloseDialog: GIVEN,
  DatesDialog: GIVEN,
  DeleteViewDialog: GIVEN,
  DeactivateDialog: { ...DETAILED, empty: given },
  CreateKeyDialog: GIVEN,
  EditContactDialog: { ...GIVEN, empty: 'content' },
  EraseDialog: { ...GIVEN, loading: 'progress', error: 'alert' },
  GuideDialog: GIVEN,
  InviteDialog: GIVEN,
  LogCallDialog: { ...GIVEN, empty: 'content' },
  PassOnLinkDialog: GIVEN,
  PauseDialog: GIVEN,
  TagsDialog: DETAILED,
  NewKeyDialog: GIVEN,
  NoteDialog: GIVEN,
  RaiseDialog: DETAILED,
  ReferenceDialog: GIVEN,
  ResolveDialog: GIVEN,
  RotateKeyDialog: GIVEN,
  ShortcutsDialog: GIVEN,
  ViewDialog: GIVEN,
  ComplexityDialog: { ...DETAILED, loading: 'progress', error: 'alert' },
  WorkingTimeDialog: { ...DETAILED, loading: 'progress', error: 'alert' },
  ThresholdDialog: { empty: 'content', loading: 'progress', error: 'alert', full: 'content' },
  SendEmailDialog: { empty: 'content', loading: 'progress', error: 'alert', full: 'content' },

  Answers: GIVEN,
  EmptyState: { ...GIVEN, full: 'sentence' },
  Failure: { ...GIVEN, full: 'failure' },
  IncidentAlert: { ...GIVEN, full: 'alert' },
  Interval: GIVEN,
  JourneyLine: GIVEN,
  JourneySteps: GIVEN,
  Palette: LIST,
  PeriodPicker: DETAILED,
  PersonAvatar: DETAILED,
  Pill: GIVEN,
  PortfolioTiles: { ...TILES, error: { never: 'The page shows the failure instead.' } },
  RateBar: GIVEN,
  SoftwareTiles: TILES,
  Tile: GIVEN,
  Tiles: { ...TILES, error: { never: 'The page shows the failure instead.' } },
} as const satisfies Record<string, Plan>;

export type Title = keyof typeof PLAN;

const isTitle = (title: string): title is Title => title in PLAN;
export const TITLES = Object.keys(PLAN).filter(isTitle);

/** What a component shows in each state that it has. */
export const expectedOf = (title: Title): [State, Expected][] => {
  const plan: Plan = PLAN[title];
  return STATES.flatMap((state): [State, Expected][] => {
    const expected = plan[state];
    return typeof expected === 'string' ? [[state, expected]] : [];
  });
};

export type Scene = { title: Title; state: State; theme: 'light' | 'dark' };

/** The address of a scene within the page. */
export const hashOf = ({ title, state, theme }: Scene): string =>
  `#/${title}/${state}?theme=${theme}`;

const FIRST: Scene = { title: 'StuckList', state: 'full', theme: 'light' };

/** The scene that an address leads to. Missing or invalid parts default to those of the first scene. */
export const sceneAt = (hash: string): Scene => {
  const [, title = '', state = '', theme] = /^#\/(\w+)\/(\w+)(?:\?theme=(\w+))?/.exec(hash) ?? [];
  return {
    title: isTitle(title) ? title : FIRST.title,
    state: STATES.find((name) => name === state) ?? FIRST.state,
    theme: theme === 'dark' ? 'dark' : 'light',
  };
};
