import type { Random } from './random.ts';

const PLACES = [
  'Larkspur',
  'Brennan',
  'Quarry Lane',
  'Oakhurst',
  'Harbour',
  'Copperfield',
  'Redwood',
  'Saltmarsh',
  'Kestrel',
  'Northgate',
  'Juniper',
  'Abbey Road',
  'Whitfield',
  'Silverdale',
  'Elm & Sons',
  'Tamarind',
  'Bluewater',
  'Foxglove',
  'Cedar Point',
  'Ironbridge',
  'Greyfriars',
  'Pennywell',
  'Marlow',
  'Sandpiper',
] as const;

const TRADES = [
  'Foods',
  'Dental',
  'Logistics',
  'Joinery',
  'Interiors',
  'Catering',
  'Robotics',
  'Veterinary',
  'Bakery',
  'Textiles',
  'Architects',
  'Plumbing',
  'Media',
  'Optics',
  'Brewing',
  'Farms',
  'Print',
  'Studios',
] as const;

const FORMS = ['Ltd', 'LLP', 'Inc.', 'Group', 'GmbH', 'B.V.', 'Pty Ltd', '& Co.'] as const;

/** Businesses whose names are not English: names come in many scripts. */
const ELSEWHERE: [name: string, contact: string][] = [
  ['株式会社ミナト', '佐藤 恵'],
  ['Møller Træ A/S', 'Jens Møller'],
  ['Panadería La Ñusta', 'Ana Prieto'],
  ['Łódzka Przędzalnia Sp. z o.o.', 'Zofia Wójcik'],
  ['Çiçek Lojistik A.Ş.', 'Emre Çiçek'],
  ['שמש מאפים בע״מ', 'נועה לוי'],
  ['شركة النخيل للتجارة', 'ليلى حداد'],
  ['ООО Север-Снаб', 'Ирина Соколова'],
  ['Αθηνά Υφάσματα', 'Νίκος Παππάς'],
  ['서울 디자인 주식회사', '김 민준'],
  ['O’Hara & Ní Bhriain Teo.', 'Aoife Ní Bhriain'],
  ['अन्नपूर्णा मसाले', 'प्रिया नायर'],
];

const FIRST = [
  'Dana',
  'Kofi',
  'Priya',
  'Tom',
  'Ruth',
  'Jonas',
  'Amara',
  'Felix',
  'Mei',
  'Sofia',
  'Idris',
  'Hannah',
  'Luis',
  'Greta',
  'Omar',
  'Nadia',
  'Ewan',
  'Chloe',
  'Ravi',
  'Marta',
] as const;

const LAST = [
  'Whitlock',
  'Osei',
  'Nair',
  'Ellery',
  'Adeyemi',
  'Lindqvist',
  'Okafor',
  'Brandt',
  'Chen',
  'Rossi',
  'Haddad',
  'Clarke',
  'Moreno',
  'Keller',
  'Farouk',
  'Petrova',
  'MacLeod',
  'Dubois',
  'Sharma',
  'Kowalska',
] as const;

export type Identity = { name: string; contactName: string; contactEmail: string | null };

/** A business and the person one talks to there. Some have no e-mail address yet. */
export const inventIdentity = (index: number, random: Random): Identity => {
  const foreign = index % 9 === 4 ? random.pick(ELSEWHERE) : null;
  const place = random.pick(PLACES);
  const trade = random.pick(TRADES);
  const [first, last] = [random.pick(FIRST), random.pick(LAST)];
  const address = `${first}.${last}@${place}-${trade}.example`
    .toLowerCase()
    .replace(/[^a-z@.-]+/g, '-');
  return {
    name: foreign?.[0] ?? `${place} ${trade} ${random.pick(FORMS)}`,
    contactName: foreign?.[1] ?? `${first} ${last}`,
    contactEmail: random.next() < 0.9 ? address : null,
  };
};
