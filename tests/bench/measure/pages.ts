import { companyId } from '../customers/profile.ts';

/** The pages that are opened in a browser. */
export const PAGES = {
  'Sign-in': '/#/login',
  Stuck: '/#/stuck',
  Overview: '/#/overview',
  Customer: `/#/customers/${companyId(100)}/show`,
};
