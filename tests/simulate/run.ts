import { readFileSync, writeFileSync } from 'node:fs';
import { arrowsIn } from './arrows.ts';
import { coverages } from './coverage.ts';
import { falseAlarms, hoursToFind } from './incidents.ts';
import { USUAL } from './process.ts';

/** Simulates what our numbers promise, and writes what it found into the document that promises it. */

const DOCUMENT = 'docs/numbers.md';

type Row = {
  simulated: string;
  bar: string;
  found: number;
  as: (found: number) => string;
  met: boolean;
};

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
const hours = (count: number): string => `${Math.round(count)} h`;
const perWeek = (count: number): string => `${count.toFixed(2)} a week`;

/** Whether a share of looks is no more than `most`, give or take two standard deviations of chance. */
const isAtMost = (most: number, share: number, looks: number): boolean =>
  share <= most + 2 * Math.sqrt((most * (1 - most)) / looks);

const arrowRows = (): Row[] =>
  [2, 10, 50].flatMap((invitedADay) =>
    [28, 90].flatMap((periodDays) => {
      const looks = invitedADay === 50 ? 1500 : 3000;
      const found = arrowsIn({ ...USUAL, invitedADay, periodDays, looks, seed: 1 });
      return Object.entries({
        conversion: found.conversion,
        'time to connect': found.time,
        'new connections': found.count,
      }).map(([tile, share]) => ({
        simulated: `An arrow on ${tile}, though nothing changes: ${invitedADay} invited a day, ${periodDays} days`,
        ...{
          bar: 'at most 5% of looks',
          found: share,
          as: percent,
          met: isAtMost(0.05, share, looks),
        },
      }));
    }),
  );

const WEEKS: readonly (readonly [customers: number, weeks: number])[] = [
  [25, 606],
  [250, 156],
  [2500, 36],
];

const falseAlarmRows = (): Row[] =>
  [15, 50, 200].flatMap((software) =>
    WEEKS.flatMap(([customers, weeks]) =>
      [false, true].map((retries) => {
        const found = falseAlarms({ software, customers, weeks, retries, seed: 3 });
        return {
          simulated: `False incidents: ${software} software, ${customers} customers a week${retries ? ', with retries' : ''}`,
          ...{ bar: 'at most 0.25 a week', found, as: perWeek, met: found <= 0.25 },
        };
      }),
    ),
  );

const FINDING: readonly (readonly [usual: number, customers: number, most: number])[] = [
  [0.16, 100, 26],
  [0.16, 25, 115],
  [0.3, 100, 13],
  [0.3, 25, 53],
];

const findingRows = (): Row[] =>
  FINDING.map(([usual, customers, most]) => {
    const found = hoursToFind(usual, customers, 400);
    return {
      simulated: `Until a tripling from ${percent(usual)} is found: ${customers} customers a week`,
      ...{ bar: `about ${most} h`, found, as: hours, met: found <= 1.3 * most },
    };
  });

const coverageRows = (): Row[] =>
  coverages(20_000).map(({ name, share }) => ({
    simulated: `The interval holds the truth: ${name}`,
    ...{ bar: '93% to 97%', found: share, as: percent, met: share >= 0.93 && share <= 0.97 },
  }));

const rows = [...arrowRows(), ...falseAlarmRows(), ...findingRows(), ...coverageRows()];
const lines = rows.map(
  ({ simulated, bar, found, as, met }) =>
    `| ${simulated} | ${bar} | ${met ? as(found) : `**${as(found)}**`} |`,
);
const table = ['| simulated | bar | found |', '| --- | --- | --- |', ...lines].join('\n');
const [before = '', after = ''] = readFileSync(DOCUMENT, 'utf8').split(
  /(?<=<!-- simulated -->)[\s\S]*(?=<!-- \/simulated -->)/,
);
writeFileSync(DOCUMENT, `${before}\n${table}\n${after}`);
process.stdout.write(`${table}\nWritten to ${DOCUMENT}.\n`);
