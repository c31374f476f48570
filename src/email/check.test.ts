import { describe, expect, it } from 'vitest';
import { EMAIL_TEMPLATES } from '../journey/outreach.ts';
import { checkWords } from './check.ts';
import { PLACEHOLDERS } from './placeholders.ts';
import { DEFAULT_WORDS } from './templates/templates.ts';

const LINK = '[Go]({{ link.url }})';

describe('the words of an e-mail', () => {
  it.each(EMAIL_TEMPLATES)('that come with this version are good: %s', (template) => {
    expect(checkWords(template, DEFAULT_WORDS[template])).toEqual({});
  });

  it.each([
    ['{{ customer.nam }}', 'Line 1: there is no placeholder customer.nam. There are: greeting, '],
    ['a\n{{ nobody }}', 'Line 2: there is no placeholder nobody.'],
    ['{{ software }}', 'Line 1: there is no placeholder software.'],
    ['{% if reason %}{{ nope }}{% endif %}', 'no placeholder nope'],
    ['{% for one in guide.pitfalls %}{{ one.cure }}{% endfor %}', 'undefined variable: one.cure'],
    ['a\nb\n{{ customer.name', 'Line 3: output "{{ customer.name" not closed'],
    ['a\n{% if note %}', 'Line 2: tag {% if note %} not closed'],
    ['{% shout %}', 'tag "shout" not found'],
    ['{% include "secret" %}', 'tag "include" not found'],
    ['{{ note | shout }}', 'undefined filter: shout'],
    ['{{ note | raw }}', 'undefined filter: raw'],
    ['{% for i in (1..9999999) %}{{ i }}{% endfor %}', 'limit exceeded'],
  ])('%j is refused: %s', (body, says) => {
    const { body: sentence } = checkWords('it', { subject: 'x', body });
    expect(sentence).toContain(says);
    expect(sentence).toMatch(/^Line \d+: .*\.$/);
  });

  it('are refused for the subject as well, both at once', () => {
    const faults = checkWords('link', { subject: '{{ a }}', body: '{{ b }}' });
    expect(faults).toEqual({
      subject: expect.stringContaining('placeholder a.'),
      body: expect.stringContaining('placeholder b.'),
    });
  });

  it.each(PLACEHOLDERS)('may hold $name as it is offered', ({ written }) => {
    expect(checkWords('it', { subject: 'x', body: written })).toEqual({});
  });

  it('must carry the link where the e-mail is about it', () => {
    const words = { subject: 'x', body: 'No link.' };
    expect(checkWords('link', words).body).toContain('The customer’s link is missing');
    expect(checkWords('it', words)).toEqual({});
    expect(checkWords('link', { ...words, body: LINK })).toEqual({});
  });

  it.each([
    `{% if software.name %}${LINK}{% endif %}`,
    `{% unless note %}${LINK}{% endunless %}`,
    '{{ link.url | upcase }}',
    '{% if link.url %}No link.{% endif %}',
    '[Go](ftp:{{ link.url }})',
  ])('must carry it to everyone, unchanged: %s', (body) => {
    const { body: sentence } = checkWords('link', { subject: 'x', body });
    expect(sentence).toContain('The customer’s link is missing');
  });

  it.each(['{{ software.ready.size }}', '{{ guide.steps | join: "; " }}', '{{ guide.steps[0] }}'])(
    'may use %s',
    (text) => {
      expect(
        checkWords('it', { subject: 'x', body: `{% if guide.url %}${text}{% endif %}` }),
      ).toEqual({});
    },
  );
});
