import type { FailureReason } from '../failure-reasons.ts';

export type TextRule = {
  rank: number;
  pattern: RegExp;
  /** Holds only for software that runs on the customer’s own computer, or possibly does because it’s unknown. */
  onPremise?: 'certainly' | 'possibly';
  /** Doesn’t hold for 403, which software answers to those who did sign in. */
  unless403?: true;
};

type FailureSigns = {
  /**
   * Patterns that recognize it in the text Codat reports, in which names of codes are also spelled as words:
   * “FeatureDisabled” as “Feature Disabled”. The match with the lowest rank wins, across all reasons, so specific patterns
   * rank before general ones: “administrator password” is about signing in, but “your role lacks permission to log in” is
   * about the role. Codes that vendors publish mean the same in every language:
   * https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes
   */
  texts: readonly TextRule[];
  /** The software’s status codes that mean it when no text matches. 403 doesn’t say who can resolve it. */
  codes: readonly string[];
};

/** What recognizes each reason in what Codat reports. `tests/error-texts` holds real texts to try a rule on. */
export const FAILURE_SIGNS: Record<FailureReason, FailureSigns> = {
  cancelled: {
    texts: [
      {
        rank: 30,
        pattern:
          /\baccess_denied\b|AADSTS65004|\b(user|customer)[ _](has |have )?(cancel|declin|denied|refus|reject|abort)|user did not consent|(cancell?ed|declined|denied|refused|rejected|aborted)[ _]by[ _](the[ _])?(end[ -])?(user|customer)|resource owner\b.{0,40}\bdenied|(you|authori[sz]ation|consent|linking|sign-?in) (was |were |has been )?cancell?ed|^\W*cancell?ed\W*$|utilisateur a (annulé|refusé)|annulé par|Benutzer hat .{0,40}(abgebrochen|abgelehnt)|vom Benutzer abgebrochen|gebruiker heeft .{0,40}(geannuleerd|geweigerd)|usuario (canceló|rechazó)|cancelad[oa] por/i,
      },
    ],
    codes: [],
  },
  abandoned: {
    texts: [],
    codes: [],
  },
  not_administrator: {
    texts: [
      {
        rank: 115,
        pattern:
          /AADSTS(50105|65001|9009\d|70001[16])\b|\bnot an? .{0,30}\bmember of\b|entitlement/i,
      },
      {
        rank: 150,
        pattern:
          /permission|(?<!\b(contact|ask|see) .{0,25})(administrat(or|ive)|\badmin\b)|\brole\b|access (level|right)|approval (is )?(needed|required)|insufficient[ _](access|rights|privilege)|\b(you|users?)\b.{0,20}\bno (access|rights)|\b(you|users?)\b.{0,40}\bnot (been )?(allowed|permitted|authori[sz]ed|have access)\b/i,
      },
      {
        rank: 151,
        pattern:
          /administrateur|amministratore|administrador|beheerder|autorisation|pas autorisé|droits? (insuffisant|nécessaire)|pas (le droit|les droits)|Berechtigung|nicht berechtigt|keine (Rechte|Zugriffsrechte)|(geen|genoeg|voldoende) (rechten|toestemming)|niet (bevoegd|gemachtigd)|permiso|no autorizado|autorizzazion|permess/i,
      },
    ],
    codes: [],
  },
  credentials_rejected: {
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
          /(wrong|incorrect|invalid|bad) (\w+ ){0,5}password|password (is |was |has )?(wrong|incorrect|invalid|rejected|expired)|(user( account)?|account|login) (is |has been )?(\w+ as )?(locked|disabled|blocked|inactive)|user .{0,20}no longer (active|valid)|sign in again|fail(ed|ure)? to (log|sign) ?in|(log|sign)[ -]?in failed|invalid[ _](login|credentials|grant|(\w+[ _])?token)|session .{0,10}(expir|timed out)|token .{0,40}\b(expired|invalid|not recogni[sz]ed)|\btoken[ _](expired|invalid|failed)/i,
      },
      {
        rank: 141,
        pattern:
          /(falsche|ungültige)[sr]? (Passwort|Kennwort|Anmeldedaten)|(onjuiste?|ongeldige?) (wachtwoord|inloggegevens)|(mot de passe|identifiants?) .{0,20}(incorrect|invalide|erroné|expiré)|(Passwort|Kennwort|Anmeldedaten) .{0,20}(falsch|ungültig|abgelaufen)|(wachtwoord|inloggegevens|gebruiker) .{0,60}(onjuist|ongeldig|verlopen|niet meer geldig)|contraseña .{0,20}(incorrect|no válida|caducad)|credenziali .{0,20}(errat|non valid)/i,
      },
      {
        rank: 170,
        pattern: /log ?in\b|sign[ -]?in\b|password|credential|(?<!successfully )authenticat/i,
        unless403: true,
      },
    ],
    codes: ['401'],
  },
  setup_incomplete: {
    texts: [
      {
        rank: 120,
        pattern:
          /suitescript|bundle|\bextension|web services|token-based|security (polic(y|ies)|group)|domain (permission|security)|\bfeatures?\b.{0,60}\b(disabled|off|enabled)\b|(not|must be) (been )?enabled|subscribed to or enabled|integration\b.{0,40}\bblocked|blocked state|consumer[ _]key[ _]refused|task submitted is not authorized|AADSTS650052/i,
      },
    ],
    codes: [],
  },
  connector_blocked: {
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
          /time(d)?[ -]?out|(could not|cannot|unable to|failed to) (start|connect|communicate|reach|open)|connection (was )?(closed|refused|reset)|asynchronous response|dialog|open in a mode|not running|did not finish|single[ -]user|remote access/i,
        onPremise: 'certainly',
      },
    ],
    codes: [],
  },
  link_expired: {
    texts: [
      {
        rank: 50,
        pattern:
          /expired link|(link|url|invitation)\b.{0,30}\bexpired|already (been )?(used|redeemed)|one-?time pass|AADSTS54005/i,
      },
    ],
    codes: [],
  },
  wrong_entity: {
    texts: [
      {
        rank: 100,
        pattern:
          /already (been )?(linked|connected|subscribed|purchased)\b|already_purchased|different (company|entity|from the one)|does(n't| not) match the company|wrong (company|entity|subsidiary)/i,
      },
    ],
    codes: [],
  },
  unsupported: {
    texts: [
      {
        rank: 110,
        pattern:
          /^\W*(this \w+ is )?not supported|unsupported (version|edition|plan|product|country|region|company)|\b(version|edition|plan|product|country|region|compan(y|ies)|software|self-employed)\b.{0,40}(not|n[’']t) (currently |yet )?supported|\btrial\b|\bedition\b|legacy version|QuickBooks Basic/i,
      },
    ],
    codes: ['501'],
  },
  access_revoked: {
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
    texts: [
      { rank: 20, pattern: /rate[ -]?limit|too many requests|throttl/i },
      {
        rank: 160,
        pattern:
          /outage|unavailable|maintenance|time(d)?[ -]?out|bad gateway|internal[ _](\w+[ _])?error|server-side/i,
      },
    ],
    // Not 500, which Codat sends with “Unknown error occurred.”: no evidence of a fault in the software.
    codes: ['429', '502', '503', '504'],
  },
  unknown: {
    texts: [
      // A request or registration of ours: only we or Codat can fix it.
      {
        rank: 5,
        pattern:
          /invalid[ _]client|unauthori[sz]ed[ _]client|unsupported[ _](grant|response)|redirect[ _]ur[il]|reply url|(application|app) registration|\b(invalid|insufficient|sufficient|missing)[ _]scopes?|scope violated|http basic|partner id|client[ _](secret|assertion|certificate)|AADSTS(50011|65005[67]?|70002|70002[57]|7000215|7000222)\b|invalid[ _]signature|(connection|app) limit|maximum number of (tenants|organi[sz]ations|companies|connections|apps)|\b(header|parameter)\b.{0,60}\b(missing|not found|required)|\b(missing|required)\b.{0,30}\b(header|parameter)/i,
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
  },
};
