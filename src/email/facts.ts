import type { StepState } from '../journey/steps.ts';

/** All that an e-mail may tell: what its placeholders stand for. Null where something is not known. */
export type Facts = {
  /** With the first name where one is known: “Hello Kofi”. */
  greeting: string;
  /** Who the e-mail is to. */
  contact: { name: string | null; firstName: string | null };
  /** The one we are usually in touch with. */
  mainContact: { name: string | null };
  customer: { name: string };
  /** The colleague who sends it. */
  agent: { name: string; email: string };
  sender: { name: string; email: string | null; phone: string | null };
  software: {
    name: string | null;
    /** What the customer must have ready. */
    ready: string[];
    onPremise: boolean;
    fileUpload: boolean;
  };
  guide: { url: string | null; steps: string[]; pitfalls: { sign: string; remedy: string }[] };
  link: { url: string };
  /** In plain words what went wrong last, and what to do; null where nothing did. */
  reason: string | null;
  /** What the customer’s IT must let through. */
  allowList: { hosts: string[]; port: number };
  /** The colleague’s own words. */
  note: string | null;
};

/** Where the customer stands in the five steps, for the picture at the top. */
export type Standing = { steps: StepState[]; sentence: string };
