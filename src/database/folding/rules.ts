/**
 * Names the rules by which events become rows: a fingerprint of what they make of generated events. A checkpoint made by
 * other rules isn’t used. A test says what to write here once the rules have changed.
 */
export const RULES = '7b753c6737a4';
