import type { StepState } from '../journey/steps.ts';

/** The values of an email’s placeholders. Null for what isn’t known. */
export type Facts = {
  /** “Hello Kofi”, or “Hello” if the first name isn’t known. */
  greeting: string;
  /** The recipient. */
  contact: { name: string | null; firstName: string | null };
  /** The contact we usually deal with. */
  mainContact: { name: string | null };
  /** `started`: the customer has opened a link in this journey. */
  customer: { name: string; started: boolean };
  /** The colleague who sends the email. */
  agent: { name: string; email: string };
  sender: { name: string; email: string | null; phone: string | null };
  software: {
    name: string | null;
    /** What the customer needs to connect it. */
    ready: string[];
    onPremise: boolean;
    fileUpload: boolean;
  };
  guide: { url: string | null; steps: string[]; pitfalls: { sign: string; remedy: string }[] };
  link: { url: string };
  /** What went wrong last and what to do about it, in plain English; null if nothing did. */
  reason: string | null;
  /** What the customer’s IT must allow. */
  allowList: { hosts: string[]; port: number };
  /** The colleague’s personal note. */
  note: string | null;
};

/** What the frame of every email shows. */
export type Framed = { sender: Pick<Facts['sender'], 'name' | 'phone'> };

/** The customer’s progress through the five steps, for the bar at the top. */
export type Standing = { steps: StepState[]; sentence: string };
