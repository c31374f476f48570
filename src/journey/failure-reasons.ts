/** Why an attempt failed. `unknown` is a real value: Codat often can’t tell the cause. */
export const FAILURE_REASONS = [
  'cancelled',
  'abandoned',
  'not_administrator',
  'credentials_rejected',
  'setup_incomplete',
  'connector_blocked',
  'link_expired',
  'wrong_entity',
  'unsupported',
  'access_revoked',
  'software_error',
  'unknown',
] as const;

export type FailureReason = (typeof FAILURE_REASONS)[number];

/** The reasons that software reports. Of the others we know by silence, or when a working connection ends. */
export type ReportedReason = Exclude<FailureReason, 'abandoned' | 'access_revoked'>;

export const MUST_ACT = ['customer', 'administrator', 'it', 'us', 'vendor'] as const;
/** Who can resolve it. `administrator` and `it` are the customer’s; `vendor` is the software’s maker or Codat. */
export type MustAct = (typeof MUST_ACT)[number];

export const MUST_ACT_LABELS: Record<MustAct, string> = {
  customer: 'Waiting on customer',
  administrator: 'Waiting on their admin',
  it: 'Waiting on their IT',
  us: 'Needs us',
  vendor: 'Waiting on vendor',
};

/** The customer’s software in a sentence: `Xero` and `your Xero`, or `your software` for both if unknown. */
type Naming = { name: string; yours: string };

type FailureMessage = {
  /** What went wrong, without blame. */
  title: string;
  /** What to do about it. */
  advice: string;
};

export type TextRule = {
  rank: number;
  pattern: RegExp;
  /** Holds only for software that runs on the customer’s own computer, or possibly does because it’s unknown. */
  onPremise?: 'certainly' | 'possibly';
  /** Doesn’t hold for 403, which software answers to those who did sign in. */
  unless403?: true;
};

type FailureEntry = {
  label: string;
  mustAct: MustAct;
  /** Whether sending the link again can help. Otherwise it only leads to the same failure. */
  linkHelps: boolean;
  /** Whether the person who failed can get further by trying again. */
  retryHelps: boolean;
  /** What customers read about it. */
  message: (software: Naming) => FailureMessage;
  /**
   * Patterns that recognize it in the text Codat reports, in which names of codes are also spelled as words:
   * “FeatureDisabled” as “Feature Disabled”. The match with the lowest rank wins, across all reasons, so specific patterns
   * rank before general ones: “administrator password” is about signing in, but “your role lacks permission to log in” is
   * about the role. Codes that vendors publish mean the same in every language:
   * https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes
   */
  texts: readonly TextRule[];
  /** The software’s status codes that mean it when no text matches. 403 doesn’t say who must act. */
  codes: readonly string[];
};

/** A status code and text that software reports, as Codat forwards them. The sandbox reports it. */
type Example = { example: readonly [statusCode: string, text: string] };

/** All that is particular to each reason, besides what to do next: see `plans.ts`. */
export const REASONS: Record<FailureReason, FailureEntry> & Record<ReportedReason, Example> = {
  cancelled: {
    label: 'Cancelled by customer',
    mustAct: 'customer',
    linkHelps: true,
    retryHelps: true,
    message: () => ({
      title: 'You cancelled the connection',
      advice: 'Nothing was shared. Continue whenever you’re ready.',
    }),
    texts: [
      {
        rank: 30,
        pattern:
          /\baccess_denied\b|consent_required|AADSTS65004|\buser[ _](has |have )?(cancel|declin|denied|refus|reject|abort)|user did not consent|cancell?ed by|(you|authori[sz]ation|consent|linking|sign-?in) (was |were |has been )?cancell?ed|^\W*cancell?ed\W*$|utilisateur a (annulé|refusé)|annulé par|Benutzer hat .{0,40}(abgebrochen|abgelehnt)|vom Benutzer abgebrochen|gebruiker heeft .{0,40}(geannuleerd|geweigerd)|usuario (canceló|rechazó)|cancelad[oa] por/i,
      },
    ],
    codes: [],
    example: ['403', 'User cancelled linking'],
  },
  // Recognized by silence: see ABANDONED_AFTER_HOURS.
  abandoned: {
    label: 'Gave up',
    mustAct: 'customer',
    linkHelps: true,
    retryHelps: true,
    message: () => ({
      title: 'You didn’t finish connecting',
      advice: 'Nothing was shared. Continue where you left off. It takes a few minutes.',
    }),
    texts: [],
    codes: [],
  },
  not_administrator: {
    label: 'Not an admin',
    mustAct: 'administrator',
    linkHelps: true,
    retryHelps: false,
    message: ({ yours }) => ({
      title: 'An admin needs to approve this',
      advice: `${yours} account can’t approve apps. Forward your link to ${yours} admin. It works for them too.`,
    }),
    texts: [
      { rank: 130, pattern: /AADSTS(50105|65001|9009\d|70001[16])\b/ },
      {
        rank: 150,
        pattern:
          /permission|administrat(or|ive)|\badmin\b|\brole\b|access (level|right)|approval (is )?(needed|required)|insufficient[ _](access|rights|privilege)|\b(you|users?)\b.{0,40}\bnot (been )?(allowed|permitted|authori[sz]ed|have access)\b/i,
      },
      {
        rank: 151,
        pattern:
          /administrateur|amministratore|administrador|beheerder|autorisation|pas autorisé|droits? (insuffisant|nécessaire)|pas (le droit|les droits)|Berechtigung|nicht berechtigt|keine (Rechte|Zugriffsrechte)|(geen|genoeg|voldoende) rechten|niet (bevoegd|gemachtigd)|permiso|no autorizado|autorizzazion|permess/i,
      },
    ],
    codes: [],
    example: ['403', 'Your role does not have permission to grant access to other applications'],
  },
  credentials_rejected: {
    label: 'Sign-in rejected',
    mustAct: 'customer',
    linkHelps: true,
    retryHelps: true,
    message: ({ name }) => ({
      title: `${name} didn’t accept the sign-in`,
      advice:
        'Check that you can sign in as usual, have your two-factor code ready, and try again.',
    }),
    texts: [
      {
        rank: 60,
        pattern:
          /AADSTS(50(020|034|05[3-7]|064|07[2-9]|089|126|13[235]|144|158)|70008|700082|70043)\b/,
      },
      {
        rank: 61,
        pattern:
          /multi-?\s?factor|(two|2)-?\s?(factor|step)|\b[2m]fa\b|second factor|strong ?auth|doble factor|deux (facteurs|étapes)|Zwei-?Faktor|tweestaps|due fattori/i,
      },
      {
        rank: 140,
        pattern:
          /(wrong|incorrect|invalid|bad) (\w+ ){0,3}password|password (is |was |has )?(wrong|incorrect|invalid|rejected|expired)|(user( account)?|account|login) (is |has been )?(\w+ as )?(locked|disabled|blocked|inactive)|sign in again|invalid[ _](login|credentials|grant|token)|session (has )?(expired|timed out)|token .{0,40}\b(expired|invalid|not recogni[sz]ed)|\btoken[ _](expired|invalid)/i,
      },
      {
        rank: 141,
        pattern:
          /(mot de passe|identifiants?) .{0,20}(incorrect|invalide|erroné|expiré)|(Passwort|Kennwort|Anmeldedaten) .{0,20}(falsch|ungültig|abgelaufen)|(wachtwoord|inloggegevens|gebruiker) .{0,60}(onjuist|ongeldig|verlopen|niet meer geldig)|contraseña .{0,20}(incorrect|no válida|caducad)|credenziali .{0,20}(errat|non valid)/i,
      },
      {
        rank: 170,
        pattern: /log ?in\b|sign[ -]?in\b|password|credential|authenticat|not authenticated/i,
        unless403: true,
      },
    ],
    codes: ['401'],
    example: ['401', 'Login failed: the password or the second factor was not accepted'],
  },
  setup_incomplete: {
    label: 'Setup incomplete',
    mustAct: 'administrator',
    linkHelps: true,
    retryHelps: true,
    message: ({ name, yours }) => ({
      title: `A setting in ${name} needs to be enabled first`,
      advice: `Ask ${yours} admin to enable it. The guide shows which setting. Then try again.`,
    }),
    texts: [
      {
        rank: 120,
        pattern:
          /suitescript|bundle|\bextension|web services|token-based|security (polic(y|ies)|group)|domain (permission|security)|\bfeatures?\b.{0,60}\b(disabled|off|enabled)\b|(not|must be) (been )?enabled|subscribed to or enabled|integration\b.{0,40}\bblocked|blocked state|consumer[ _]key[ _]refused|task submitted is not authorized|AADSTS650052/i,
      },
    ],
    codes: [],
    example: ['400', 'Token-based authentication must be enabled for this account'],
  },
  connector_blocked: {
    label: 'Connector blocked',
    mustAct: 'it',
    linkHelps: true,
    retryHelps: true,
    message: ({ name }) => ({
      title: 'The connector was blocked',
      advice: `Ask your IT team to allow codat.io on the computer that runs ${name}. Keep it on and try again.`,
    }),
    texts: [
      {
        rank: 80,
        pattern: /\bconnector\b|installer|anti-?virus|firewall|offline/i,
        onPremise: 'possibly',
      },
      // Whatever keeps us from software on their computer is there too.
      {
        rank: 81,
        pattern:
          /time(d)?[ -]?out|(could not|cannot|unable to|failed to) (start|connect|communicate|reach|open)|connection (was )?(closed|refused|reset)|asynchronous response|dialog|open in a mode|not running/i,
        onPremise: 'certainly',
      },
    ],
    codes: [],
    example: ['500', 'The connector could not be reached, it may be blocked by a firewall'],
  },
  link_expired: {
    label: 'Link expired',
    mustAct: 'us',
    linkHelps: true,
    retryHelps: true,
    message: () => ({
      title: 'That link had already been used',
      advice: 'It’s not your fault. Try again with a new one.',
    }),
    texts: [
      {
        rank: 50,
        pattern:
          /expired link|(link|url|invitation) (has |is )?expired|already (been )?(used|redeemed)|one-?time pass|AADSTS54005/i,
      },
    ],
    codes: [],
    example: ['410', 'This link has expired'],
  },
  wrong_entity: {
    label: 'Wrong company',
    mustAct: 'customer',
    linkHelps: true,
    retryHelps: true,
    message: () => ({
      title: 'A different company was selected',
      advice:
        'It’s already connected elsewhere, or isn’t the one we expected. Try again, or ask us which to choose.',
    }),
    texts: [
      {
        rank: 100,
        pattern:
          /already (been )?(linked|connected|subscribed|purchased)\b|already_purchased|different (company|entity|from the one)|does(n't| not) match the company|wrong (company|entity|subsidiary)/i,
      },
    ],
    codes: [],
    example: ['409', 'The company is already linked to another connection'],
  },
  unsupported: {
    label: 'Not supported',
    mustAct: 'us',
    linkHelps: false,
    retryHelps: false,
    message: ({ name }) => ({
      title: `This version of ${name} isn’t supported`,
      advice: 'Contact us and we’ll find another way, such as sending files.',
    }),
    texts: [
      {
        rank: 110,
        pattern:
          /^\W*(this \w+ is )?not supported|unsupported (version|edition|plan|product|country|region|company)|\b(version|edition|plan|product|country|region|compan(y|ies)|software|self-employed)\b.{0,40}\b(not|n.t) (currently )?supported|\btrial\b|\bedition\b|legacy version|QuickBooks Basic/i,
      },
    ],
    codes: ['501'],
    example: ['501', 'Not supported.'],
  },
  access_revoked: {
    label: 'Access revoked',
    mustAct: 'customer',
    linkHelps: true,
    retryHelps: true,
    message: () => ({
      title: 'Access was revoked',
      advice: 'Try again and approve access.',
    }),
    texts: [
      {
        rank: 40,
        pattern:
          /de-?authori[sz]ed|revoked|access was removed|disconnected by|révoqu|widerrufen|ingetrokken|revocad|revocat[oa]|AADSTS50173/i,
      },
    ],
    codes: [],
  },
  software_error: {
    label: 'Software error',
    mustAct: 'vendor',
    linkHelps: false,
    retryHelps: false,
    message: ({ name }) => ({
      title: `${name} wasn’t responding`,
      advice: 'It’s not your fault. Try your link again in an hour or two.',
    }),
    texts: [
      { rank: 20, pattern: /rate[ -]?limit|too many requests|throttl/i },
      {
        rank: 160,
        pattern:
          /outage|unavailable|maintenance|time(d)?[ -]?out|bad gateway|internal[ _]server[ _]error|server-side/i,
      },
    ],
    // Not 500, which Codat sends with “Unknown error occurred.”: no evidence of a fault in the software.
    codes: ['429', '502', '503', '504'],
    example: ['503', 'The service is unavailable, try again later'],
  },
  unknown: {
    label: 'Unknown error',
    mustAct: 'vendor',
    linkHelps: true,
    retryHelps: true,
    message: () => ({
      title: 'Something went wrong, and we don’t know why yet',
      advice:
        'Please try again. If it keeps happening, contact us and we’ll look into it with Codat.',
    }),
    texts: [
      // A request or registration of ours: only we or Codat can fix it.
      {
        rank: 5,
        pattern:
          /invalid[ _]client|unauthori[sz]ed[ _]client|unsupported[ _](grant|response)|redirect[ _]ur[il]|reply url|(application|app) registration|\b(invalid|insufficient|sufficient|missing)[ _]scopes?|scope violated|http basic|partner id|client[ _](secret|assertion|certificate)|AADSTS(50011|65005[67]?|70002|70002[57]|7000215|7000222)\b|\b(header|parameter)\b.{0,60}\b(missing|not found|required)|\b(missing|required)\b.{0,30}\b(header|parameter)/i,
      },
      // An unpaid bill, which no link, guide or administrator’s approval pays.
      {
        rank: 10,
        pattern:
          /(subscription|trial|licen[cs]e|plan)\b.{0,40}\b(ended|expired|cancell?ed|lapsed|suspended)|account (is|was|has been) (suspended|cancell?ed|closed)|no active subscription|verify subscription|billing|abonnement|suscripción/i,
      },
      // Says that access was refused, but not why.
      { rank: 180, pattern: /(authori[sz]ation|authentication) ?(failed|failure|unsuccessful)/i },
    ],
    codes: [],
    example: ['500', 'Unknown error occurred.'],
  },
};

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a customer reads about a failed attempt. Software without a name is “your software”. */
export const failureMessage = (
  reason: FailureReason,
  software: string | null,
): FailureMessage & Pick<FailureEntry, 'retryHelps'> => {
  const { message, retryHelps } = REASONS[reason];
  const { title, advice } = message({
    name: software ?? 'your software',
    yours: `your ${software ?? 'software'}`,
  });
  return { title: capitalized(title), advice: capitalized(advice), retryHelps };
};
