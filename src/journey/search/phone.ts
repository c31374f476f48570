/** Countries’ calling codes, none of which begins another: https://www.itu.int/pub/T-SP-E.164D */
const CALLING_CODE = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[235689]\d\d)/;

/** Written with its calling code, a number has at least so many digits. */
const SHORTEST_INTERNATIONAL = 11;

/** Fewer digits are in too many numbers. */
const SHORTEST = 5;

const withoutZeros = (digits: string): string => digits.replace(/^0+/, '');

/** The digits of a phone number as one dials it at home, without the 0 before it, and its calling code if it has one. */
const dialled = (phone: string): { code: string; home: string } => {
  const digits = phone
    .normalize('NFKC')
    .replace(/\(0\)/g, '')
    .replace(/[^+\d]/g, '');
  const international = /^(?:\+|00)(\d+)/.exec(digits)?.[1];
  if (!international) return { code: '', home: withoutZeros(digits) };
  const [code = ''] = CALLING_CODE.exec(international) ?? [];
  return { code, home: withoutZeros(international.slice(code.length)) };
};

/** The digits of a phone number, which are the same however it is written: `+44 (0)20 7946-0018`, `00442079460018`. */
export const phoneDigits = (phone: string): string => {
  const { code, home } = dialled(phone);
  return code + home;
};

/** What to look for in the digits of stored numbers, some of which have no calling code. */
export const soughtDigits = (phone: string): string[] => {
  const { code, home } = dialled(phone);
  // An international number may lack its plus.
  const maybe = home.length >= SHORTEST_INTERNATIONAL ? CALLING_CODE.exec(home)?.[0] : undefined;
  const atHome = maybe ? withoutZeros(home.slice(maybe.length)) : home;
  return [code + home, atHome.length >= SHORTEST ? atHome : ''].filter(Boolean);
};
