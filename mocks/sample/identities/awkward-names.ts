/** Names that screens, emails and exports must handle correctly. */
export const AWKWARD_NAMES = [
  'The Worshipful Company of Purveyors of Fine Teas, Coffees, Cocoas and Assorted Confectionery to the Counties of Somerset, Wiltshire, Dorset and Hampshire (Incorporating Harbottle, Ffoulkes & Daughters) Limited',
  '🍋 Limonata Social Club',
  'D’Angelo’s “Original” Pizzeria',
  'P & Q & R & Sons',
  '<Angle/Bracket> Design',
  'Null & Void Escape Rooms Ltd',
  '=Equals= Pay Consulting',
  'Café Å🥐 Crème Brûlée',
  'مطعم الأرز (Cedar House) London',
  'Donaudampfschifffahrtsgesellschaftskapitänsmützenmanufaktur Ges.m.b.H.',
  '100% Cotton / 50% Off',
  'O’Hara & Ní Bhriain Teo.',
  '👩🏽‍🍳👨🏻‍🍳 Two Cooks',
  'X',
  'Zoë\\Backslash Films',
  'שלום Hello مرحبا Translations',
];
