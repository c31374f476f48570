export const COMPLEXITIES = ['simple', 'moderate', 'complex'] as const;
export type Complexity = (typeof COMPLEXITIES)[number];

/** How the customer signs in to their software during the journey. */
export const SIGN_INS = [
  'oauth+extension',
  'oauth',
  'oauth+file-login',
  'token+bundle',
  'connector',
  'credentials',
] as const;

/** What we know of a software beyond what Codat says; `key` is Codat's integration key. */
export type SoftwareFacts = {
  key: string;
  /** Further keys of the same software, one for each country. */
  otherKeys: string[];
  name: string;
  guideUrl: string;
  signIn: (typeof SIGN_INS)[number];
  onPremise: boolean;
  complexity: Complexity;
  /** Whether the customer can upload files instead. */
  fileUpload: boolean;
  tags: string[];
  /** What the customer must have ready. */
  ready: string[];
};

/** The software with continuous data streaming. Complexity is our judgement of the customer's effort. */
export const SOFTWARE: readonly SoftwareFacts[] = [
  {
    key: 'trji',
    otherKeys: [],
    name: 'Dynamics 365 Business Central',
    guideUrl: 'https://help.codat.io/integrations/dynamics-bc/overview',
    signIn: 'oauth+extension',
    onPremise: false,
    complexity: 'complex',
    fileUpload: true,
    tags: ['Premium'],
    ready: [
      'Version 22 or later, Essentials licence or better',
      'A user who may install extensions; the App Link extension takes 10 to 20 minutes',
      'A Microsoft Entra administrator, if the tenant asks for approval',
      'The production environment, not the sandbox',
    ],
  },
  {
    key: 'rqwd',
    otherKeys: [],
    name: 'Dynamics 365 Finance & Operations',
    guideUrl: 'https://help.codat.io/integrations/dynamics-fo/overview',
    signIn: 'oauth',
    onPremise: false,
    complexity: 'complex',
    fileUpload: true,
    tags: ['Premium'],
    ready: [
      'Limited release: Codat has to enable it first',
      'A Microsoft sign-in with access to the legal entity to connect',
    ],
  },
  {
    key: 'pbbf',
    otherKeys: ['qudb'],
    name: 'Exact Online',
    guideUrl: 'https://help.codat.io/integrations/exact/overview',
    signIn: 'oauth',
    onPremise: false,
    complexity: 'moderate',
    fileUpload: true,
    tags: ['NL', 'UK'],
    ready: ['Choose the tile of the right country', 'Exact Online only, no other Exact product'],
  },
  {
    key: 'fbrh',
    otherKeys: [],
    name: 'FreeAgent',
    guideUrl: 'https://help.codat.io/integrations/freeagent/overview',
    signIn: 'oauth',
    onPremise: false,
    complexity: 'simple',
    fileUpload: true,
    tags: [],
    ready: ['A FreeAgent login with full access'],
  },
  {
    key: 'vxvy',
    otherKeys: [],
    name: 'FreshBooks',
    guideUrl: 'https://help.codat.io/integrations/freshbooks/overview',
    signIn: 'oauth',
    onPremise: false,
    complexity: 'simple',
    fileUpload: true,
    tags: [],
    ready: ['New FreshBooks, not Classic'],
  },
  {
    key: 'pdvj',
    otherKeys: [],
    name: 'MYOB Business',
    guideUrl: 'https://help.codat.io/integrations/myob/overview',
    signIn: 'oauth+file-login',
    onPremise: false,
    complexity: 'moderate',
    fileUpload: false,
    tags: [],
    ready: [
      'The company file in the cloud',
      'For AccountRight: the company file’s user and password, which differ from the MYOB login',
    ],
  },
  {
    key: 'akxx',
    otherKeys: [],
    name: 'Oracle NetSuite',
    guideUrl: 'https://help.codat.io/integrations/netsuite/overview',
    signIn: 'token+bundle',
    onPremise: false,
    complexity: 'complex',
    fileUpload: true,
    tags: ['Premium'],
    ready: [
      'An Administrator, with the second factor at hand',
      'Bundle 391485 installed',
      'Client SuiteScript, Server SuiteScript, REST Web Services and Token-based Authentication switched on',
      'The production account, and the subsidiary to connect',
    ],
  },
  {
    key: 'pqsw',
    otherKeys: [],
    name: 'QuickBooks Desktop',
    guideUrl: 'https://help.codat.io/integrations/qb-desktop/overview',
    signIn: 'connector',
    onPremise: true,
    complexity: 'complex',
    fileUpload: false,
    tags: ['Premium', 'On-premise'],
    ready: [
      'The Windows computer that QuickBooks runs on, with Windows administrator rights',
      'QuickBooks open on the right company file',
      'Answer "Yes, always" when QuickBooks asks for access',
      'Data is read between 19:00 and 07:00',
    ],
  },
  {
    key: 'qhyg',
    otherKeys: [],
    name: 'QuickBooks Online',
    guideUrl: 'https://help.codat.io/integrations/qb-online/overview',
    signIn: 'oauth',
    onPremise: false,
    complexity: 'simple',
    fileUpload: false,
    tags: [],
    ready: ['A Primary Admin or Company Admin'],
  },
  {
    key: 'jcrp',
    otherKeys: [],
    name: 'Sage 200 Standard',
    guideUrl: 'https://help.codat.io/integrations/sage-200/overview',
    signIn: 'oauth',
    onPremise: false,
    complexity: 'moderate',
    fileUpload: true,
    tags: [],
    ready: ['Sage 200 Standard, not Professional', 'A Sage ID', 'A desktop browser'],
  },
  {
    key: 'hbql',
    otherKeys: [],
    name: 'Sage 50 Accounts',
    guideUrl: 'https://help.codat.io/integrations/sage-50/overview',
    signIn: 'connector',
    onPremise: true,
    complexity: 'complex',
    fileUpload: true,
    tags: ['Premium', 'On-premise', 'UK', 'Ireland'],
    ready: [
      'The Windows computer that Sage 50 runs on, not a hosted desktop, with Windows administrator rights',
      'The licence key from the journey',
      'A Sage user and password with read rights, and the data path from Help > About',
      'Keep the installer open to the end: closing it undoes it',
    ],
  },
  {
    key: 'tgff',
    otherKeys: [],
    name: 'Sage Accounting',
    guideUrl: 'https://help.codat.io/integrations/sage-bc/overview',
    signIn: 'oauth',
    onPremise: false,
    complexity: 'simple',
    fileUpload: true,
    tags: ['UK', 'US', 'Ireland', 'Canada', 'France', 'Germany', 'Spain'],
    ready: ['Choose the right country and business'],
  },
  {
    key: 'knfz',
    otherKeys: [],
    name: 'Sage Intacct',
    guideUrl: 'https://help.codat.io/integrations/sage-intacct/overview',
    signIn: 'credentials',
    onPremise: false,
    complexity: 'complex',
    fileUpload: true,
    tags: ['Premium'],
    ready: [
      'A full administrator, and the company ID',
      'Web Services switched on, with a Web Services user',
      'Entity-level access',
      'Not a trial',
    ],
  },
  {
    key: 'rvam',
    otherKeys: [],
    name: 'Workday',
    guideUrl: 'https://help.codat.io/integrations/workday/overview',
    signIn: 'credentials',
    onPremise: false,
    complexity: 'complex',
    fileUpload: true,
    tags: [],
    ready: [
      'A security administrator',
      'An Integration System User in an unconstrained security group with 16 Get Only policies',
      'Pending security policy changes activated',
    ],
  },
  {
    key: 'gbol',
    otherKeys: [],
    name: 'Xero',
    guideUrl: 'https://help.codat.io/integrations/xero/overview',
    signIn: 'oauth',
    onPremise: false,
    complexity: 'simple',
    fileUpload: true,
    tags: [],
    ready: [
      'A login that may connect apps (Standard or Adviser)',
      'One sign-in for each company to connect',
    ],
  },
];
