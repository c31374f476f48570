export const COLUMNS = [
  'id',
  'customer',
  'role',
  'name',
  'firstName',
  'lastName',
  'email',
  'phone',
  'accountManager',
] as const;
export type Column = (typeof COLUMNS)[number];

type Names = readonly [string, ...string[]];

/** Ours, and others between vertical bars. */
const names = (ours: string, others: string): Names => [
  ours,
  ...others.split('|').map((name) => name.trim()),
];

/**
 * The names of each column that a header may use: ours first, then those of HubSpot, Salesforce, Google Contacts and
 * Outlook, also in other languages. Of several in one file, an earlier one wins where it has a value.
 */
export const HEADER_NAMES: Record<Column, Names> = {
  id: names(
    'Customer ID',
    `
    Company ID | Codat ID | Codat company ID | Kunden-ID | ID client | ID cliente | Klant-ID | Kund-ID | ID
  `,
  ),
  customer: names(
    'Customer',
    `
    Customer name | Company | Company name | Business name | Associated company | Primary company |
    Primary associated company | Account name | Company / Account | Customer full name | Organization name |
    Organisation name | Organization 1 - Name | Organization | Organisation | Organization - Name |
    Kunde | Kundenname | Firma | Firmenname | Unternehmen | Unternehmensname |
    Client | Nom du client | Société | Nom de la société | Entreprise | Nom de l’entreprise | Raison sociale |
    Nom de société | Nom d’entreprise |
    Cliente | Nombre del cliente | Empresa | Nombre de la empresa | Nombre de empresa | Razón social |
    Razão social | Compañía | Organización | Nome da empresa | Organização | Azienda | Nome azienda |
    Nome della società | Nome società | Società | Ragione sociale | Organizzazione |
    Klant | Klantnaam | Bedrijf | Bedrijfsnaam | Organisatie |
    Kund | Företag | Företagsnamn | Virksomhed | Bedrift | Selskap | Yritys | Asiakas |
    Klient | Nazwa firmy | Zákazník | Společnost |
    会社 | 会社名
  `,
  ),
  role: names(
    'Role',
    `
    Contact role | Rolle | Rôle | Rol | Ruolo | Papel | Roll | Rola
  `,
  ),
  name: names(
    'Name',
    `
    Contact name | Contact | Full name | Display name | Person - Name | File as |
    Ansprechpartner | Ansprechpartnerin | Kontakt | Kontaktperson | Kontaktname | Vollständiger Name |
    Nom | Nom complet | Nom du contact | Prénom et nom |
    Nombre | Nombre completo | Contacto | Nome | Nome completo | Contato | Nominativo | Contatto |
    Naam | Volledige naam | Contactpersoon |
    Namn | Navn | Fulde navn | Fullt navn | Nimi | Yhteyshenkilö |
    Imię i nazwisko | Jméno a příjmení |
    氏名 | 名前
  `,
  ),
  firstName: names(
    'First name',
    `
    Contact first name | Given name | Forename | Vorname | Prénom | Primer nombre | Nombre de pila |
    Primeiro nome | Voornaam | Förnamn | Fornavn | Etunimi | Imię | Jméno | 名
  `,
  ),
  lastName: names(
    'Last name',
    `
    Contact last name | Surname | Family name | Nachname | Familienname | Nom de famille | Apellidos |
    Apellido | Sobrenome | Apelido | Último nome | Cognome | Achternaam | Efternamn | Efternavn | Etternavn |
    Sukunimi | Nazwisko | Příjmení | 姓
  `,
  ),
  email: names(
    'Email',
    `
    Email address | Contact email | Work email | Business email | Mail | E-mail 1 - Value | Email 1 |
    Person - Email | Primary email | E-Mail-Adresse | E-Mail 1 - Wert | Mailadresse | Adresse de messagerie |
    Adresse électronique | Adresse courriel | Email professionnel | Adresse e-mail | Adresse mail | Courriel |
    Correo electrónico | Dirección de correo electrónico | Correo | Endereço de e-mail |
    Endereço de correio eletrónico | Indirizzo e-mail | Indirizzo di posta elettronica |
    Indirizzo posta elettronica | Posta elettronica | E-mailadres | E-postadress | E-post | E-mailadresse |
    E-postadresse | Sähköposti | Sähköpostiosoite | Adres e-mail | E-mailová adresa | 電子メール アドレス | メールアドレス |
    E-mail 2 - Value | E-mail 2 address | Email 2
  `,
  ),
  phone: names(
    'Phone',
    `
    Phone number | Contact phone | Telephone | Telephone number | Tel | Business phone | Work phone |
    Direct phone | Phone 1 - Value | Person - Phone | Primary phone | Telefon | Telefonnummer |
    Telefon geschäftlich | Telefon Arbeit | Rufnummer | Téléphone | Numéro de téléphone | Téléphone (bureau) |
    Téléphone de bureau | Téléphone professionnel | Teléfono | Número de teléfono | Teléfono del trabajo |
    Teléfono de trabajo | Telefone | Número de telefone | Telefone comercial | Telefono | Numero di telefono |
    Telefono ufficio | Telefono (uff.) | Telefono lavoro | Telefoon | Telefoonnummer | Telefoon op werk |
    Werktelefoon | Zakelijke telefoon | Telefon, arbete | Telefon (arbejde) | Telefon (arbeid) | Puhelin |
    Puhelinnumero | Numer telefonu | Telefon służbowy | Telefonní číslo | 電話番号 | 会社電話 | Mobile |
    Mobile phone | Mobile phone number | Mobile number | Cell phone | Mobiltelefon | Mobil | Handy |
    Handynummer | Mobilnummer | Portable | Numéro de portable | Tél. mobile | Téléphone mobile | Móvil |
    Teléfono móvil | Celular | Telemóvel | Cellulare | Mobiele telefoon | Telefon komórkowy |
    Phone 2 - Value | Business phone 2 | Other phone | Company main phone | Home phone
  `,
  ),
  accountManager: names(
    'Account manager',
    `
    Account manager name | Account manager email
  `,
  ),
};
