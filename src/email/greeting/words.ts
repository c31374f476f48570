const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Titles before a name, in lower case and without full stops. None that is also a first name, such as Prince. */
export const TITLES = words(`
  mr mrs ms miss mx mister master madam madame sir dame lord lady dr doctor prof professor rev reverend hon honourable
  honorable capt captain col colonel lt sgt cllr judge rabbi imam pastor eng engr chief datuk datin dato shri smt
  herr herrn frau fräulein hr dipl ing kfm kffr mag univ
  monsieur me mme mlle mademoiselle maître maitre messieurs mesdames
  señor senor señora senora señorita senorita sr sra srta doña dña
  signor signore signora signorina sig sigra sigrina dott dottore dottoressa dottssa profssa avv avvocato
  senhor senhora dhr heer mevr mevrouw meneer mw mej drs ir
  fru frk herra rouva pan pani г-н г-жа
`);

/** The first words of what is no name: articles and salutations, in lower case. */
export const OPENERS = words(`
  the our your all any dear hello hi whom attn attention fao to c/o re
  das die der den unser unsere les los las gli het no not n/a
`);

/** Words of teams, posts and companies, in lower case. A name with one of them is not a person’s. */
export const NOT_A_PERSON = words(`
  family familie famille famiglia familia none null nil na tbc tbd unknown undefined anonymous nobody someone whom test tester user
  account accounts accounting accountant accountants bookkeeping bookkeeper finance finances financial payable payables
  receivable receivables payment payments payroll billing invoice invoices invoicing purchase purchases purchasing
  procurement ledger treasury tax vat audit auditor credit control controller controlling collections expenses
  department dept division unit team group staff crew office back-office backoffice reception receptionist front desk
  helpdesk service services support help care customer customers client clients supplier suppliers vendor vendors sales
  marketing press media news newsletter orders order shipping logistics warehouse production operations ops legal
  compliance hr human resources people recruitment careers jobs it tech technical technology system systems admin
  admins administrator administrators administration administrative management manager managers director directors
  secretary secretariat assistant owner owners founder partner partners president head ceo cfo coo cto md board
  committee contact contacts enquiries inquiries enquiry inquiry info information general main mail mailbox mailboxes
  inbox email e-mail shared noreply no-reply donotreply do-not-reply postmaster webmaster hostmaster root ap ar
  company business enterprise enterprises ltd limited llp llc lp inc incorporated plc corp corporation co gmbh mbh ag
  kg ohg ug gbr ev sa sas sarl sàrl eurl spa s.p.a srl sl slu bv nv vof oy oyj ab as asa aps a/s pty pte pvt holding
  holdings international global solutions consulting consultants associates trust foundation charity university
  school college church hospital clinic hotel bank insurance

  abteilung buchhaltung finanzbuchhaltung lohnbuchhaltung rechnungswesen rechnung
  rechnungen kreditoren debitoren finanzen finanzabteilung verwaltung einkauf verkauf vertrieb personal
  personalabteilung empfang sekretariat zentrale büro buero kundendienst kundenservice geschäftsführung
  geschäftsleitung geschäftsführer geschäftsführerin steuerberater steuerberatung steuerberaterin kanzlei leiter
  leiterin leitung firma

  équipe equipe comptabilité comptabilite comptable comptables facturation
  facture factures fournisseurs clientèle direction directeur directrice gérant gérante secrétariat accueil achats
  ventes ressources humaines trésorerie société entreprise cabinet responsable informatique

  departamento equipo contabilidad contable administración administracion administrador facturación facturacion
  facturas cuentas pagos cobros compras ventas finanzas tesorería recepción gerencia gerente dirección empresa oficina
  asesoría gestoría

  ufficio reparto contabilità contabilita amministrazione amministratore amministrativo fatturazione fatture
  fornitori clienti acquisti vendite segreteria direzione commercialista azienda ditta studio

  contabilidade financeiro financeira faturação faturamento pagamentos administração escritório

  afdeling boekhouding boekhouder administratie financiën financien crediteuren debiteuren facturatie facturen
  inkoop verkoop klantenservice directie receptie kantoor

  ekonomi ekonomiavdelningen ekonomiavdelning avdelning redovisning bokföring faktura fakturor kundtjänst økonomi
  økonomiavdeling regnskab regnskap bogholderi bogholderiet regnskapsavdeling avdeling afdelingen taloushallinto
  kirjanpito laskutus

  księgowość ksiegowosc księgowa biuro dział faktury zarząd účetní fakturace účtárna

  бухгалтерия бухгалтер отдел
`);

/** The end of compound words for teams. */
export const TEAM =
  /(?:abteilung|buchhaltung|verwaltung|betreuung|avdeling(?:en)?|avdelning(?:en)?|afdeling|team|service)$/;

/** What joins the names of several people, or a person and a company. */
export const JOINING = words('and und et och og oraz or oder of from at и или');

/** The beginnings of family names, in lower case. */
export const PARTICLES = words(
  "van von vom zu zum zur de del della dello der den des di da do dos das du la le lo ter ten te af av el al bin ibn ben 't",
);

/** Written behind a name and a comma. */
export const SUFFIXES = words(`
  jr sr snr jnr ii iii iv esq phd ph.d md mba ba ma bsc msc meng llb llm cpa ca aca acca fca fcca cga cma cima cfa cfe
  cia ea mbe obe cbe qc kc jp dds rn pe
`);
