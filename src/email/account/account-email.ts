/** An email to someone on the team about their account. Unlike those to customers, it is never stored. */
export type AccountEmail =
  | { kind: 'invitation'; invitationId: string }
  /** `sentById`: the administrator who sends it. Null when someone forgot their password. */
  | { kind: 'password'; email: string; sentById: string | null };
