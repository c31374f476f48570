import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Words that appear nowhere in what people read, comments and names of tests included, and what to write instead. */
const WORDS: [RegExp, string][] = [
  [/\be-mail/i, 'email'],
  [/\btelephone/i, 'phone'],
  [
    /\b(?:a|the|each|every|failed|first|last|one|\d+) (?:try|tries)\b|\btries (?:that|to sign)/i,
    'attempt',
  ],
  [/\b(?:your|their|the|an?) login\b|\blog in to\b/i, 'sign-in, sign in'],
  [
    /\b(?:an?|each|every|another|one) software\b(?! (?:package|vendor|update|name|key|record))/i,
    'accounting software, package',
  ],
  [/\bset-up\b/i, 'setup, set up'],
  [/\bmust act\b/i, 'waiting on …'],
  [/\bat Codat\b/, 'in Codat, by Codat'],
  [/\d %(?!})/, '60%, without a space'],
  [/\banew\b/i, 'again'],
  [/\bmend(?:s|ed|ing)?\b/i, 'fix'],
  [/\bwhoever\b|\bwhom\b/i, 'who'],
  [/\bfor ever\b|\bgood until\b|\bstays good\b/i, 'valid until …, never expires'],
  [/\bpassed? on\b|\btook on\b|\bgave back\b/i, 'shared, assigned, unassigned'],
  [/\bso many (?:days|hours)\b/i, 'number of days'],
  [/\btold of\b|\btells? of\b/i, 'reports, shows'],
];

/** This list, the error texts of vendors, the column names that other programs write into contact files, and names that are no person’s. */
const NOT_OURS =
  /^tests\/vocabulary\.ts$|^tests\/error-texts\/|contact-imports(?:\/(?:header-names|read-file\.test)|\.test)\.ts$|greeting\/|\/migrations\/|\.(?:svg|png)$/;
const READ = ['src', 'mocks', 'tests', 'docs', '*.md', '.env.example', 'index.html', '.github'];

const files = execFileSync('git', [
  'ls-files',
  '--cached',
  '--others',
  '--exclude-standard',
  ...READ,
])
  .toString()
  .trim()
  .split('\n')
  .filter((file) => !NOT_OURS.test(file));

const faults = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) =>
      WORDS.flatMap(([word, instead]) => {
        const found = word.exec(line)?.[0];
        return found ? [`${file}:${index + 1}: “${found.trim()}”; write: ${instead}`] : [];
      }),
    ),
);

if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exitCode = 1;
}
