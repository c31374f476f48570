import type { Guide } from '../software-entry.ts';

const list = (items: readonly string[], mark: (index: number) => string): string =>
  items.map((item, index) => `${mark(index)} ${item}`).join('\n');

type About = { name: string; ready: readonly string[]; guideUrl: string | null };

/** A guide as plain text, to paste into a chat or an email. */
export const guideText = ({ name, ready, guideUrl }: About, { steps, pitfalls }: Guide): string =>
  [
    `How to connect ${name}`,
    `You’ll need:\n${list(ready, () => '-')}`,
    `Steps:\n${list(steps, (index) => `${index + 1}.`)}`,
    `Troubleshooting:\n${list(
      pitfalls.map(({ sign, remedy }) => `${sign} ${remedy}`),
      () => '-',
    )}`,
    ...(guideUrl ? [`Full step-by-step guide: ${guideUrl}`] : []),
  ].join('\n\n');
