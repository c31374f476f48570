import { describe, expect, it } from 'vitest';
import { EMAIL_TEMPLATES } from '../journey/outreach.ts';
import { checkTemplate } from './check.ts';
import { PLACEHOLDERS } from './placeholders.ts';
import { DEFAULT_TEXTS } from './templates/templates.ts';

const LINK = '[Go]({{ link.url }})';

describe('the text of an email template', () => {
  it.each(EMAIL_TEMPLATES)('is valid by default: %s', (template) => {
    expect(checkTemplate(template, DEFAULT_TEXTS[template])).toEqual({});
  });

  it.each([
    ['{{ customer.nam }}', 'Line 1: unknown placeholder “customer.nam”. Available: greeting, '],
    ['a\n{{ nobody }}', 'Line 2: unknown placeholder “nobody”.'],
    ['{{ software }}', 'Line 1: unknown placeholder “software”.'],
    ['{% if reason %}{{ nope }}{% endif %}', 'unknown placeholder “nope”'],
    ['{% for one in guide.pitfalls %}{{ one.cure }}{% endfor %}', 'undefined variable: one.cure'],
    ['a\nb\n{{ customer.name', 'Line 3: output "{{ customer.name" not closed'],
    ['a\n{% if note %}', 'Line 2: tag {% if note %} not closed'],
    ['{% shout %}', 'tag "shout" not found'],
    ['{% include "secret" %}', 'tag "include" not found'],
    ['{{ note | shout }}', 'undefined filter: shout'],
    ['{{ note | raw }}', 'undefined filter: raw'],
    ['{% for i in (1..9999999) %}{{ i }}{% endfor %}', 'limit exceeded'],
  ])('is rejected for the body %j: %s', (body, message) => {
    const { body: sentence } = checkTemplate('it', { subject: 'x', body });
    expect(sentence).toContain(message);
    expect(sentence).toMatch(/^Line \d+: .*\.$/);
  });

  it.each([
    ['a long loop', '{% for i in (1..200000) %}{% endfor %}'],
    ['a loop that writes a lot', '{% for i in (1..90000) %}- x\n{% endfor %}'],
    ['loops in loops', `${'{% for i in (1..300) %}'.repeat(4)}x${'{% endfor %}'.repeat(4)}`],
    [
      'many loops over a short list',
      `${'{% for i in guide.steps %}'.repeat(40)}x${'{% endfor %}'.repeat(40)}`,
    ],
    [
      'text that doubles',
      `{% assign a = "ab" %}${'{% assign a = a | append: a %}'.repeat(40)}{{ a }}`,
    ],
    [
      'captured values that double',
      `{% capture a %}{{ customer.name }}{% endcapture %}${'{% capture a %}{{ a }}{{ a }}{% endcapture %}'.repeat(40)}{{ a }}`,
    ],
    [
      'replacements that multiply',
      `{% assign a = "aa" %}${'{% assign a = a | replace: "a", "aaaaaaaaaa" %}'.repeat(20)}{{ a }}`,
    ],
    ['a wide date', '{{ "now" | date: "%99999999d" }}'],
    ['a tag that emails do not need', '{% tablerow i in (1..9) %}{% endtablerow %}'],
  ])('is rejected within two seconds for %s', (_, body) => {
    const start = performance.now();
    const { body: sentence } = checkTemplate('it', { subject: 'x', body });
    expect(sentence).toMatch(/(limit exceeded|longer than [\d,]+ characters|not found)\.$/);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('is accepted when it is as long as it may be', () => {
    const body = `{{ link.url }}\n\n${'Please **allow** access.\n\n'.repeat(760)}`;
    expect(body.length).toBeGreaterThan(19_000);
    expect(checkTemplate('link', { subject: 'x', body })).toEqual({});
  });

  it('is rejected for its subject and its body at once', () => {
    const faults = checkTemplate('link', { subject: '{{ a }}', body: '{{ b }}' });
    expect(faults).toEqual({
      subject: expect.stringContaining('placeholder “a”.'),
      body: expect.stringContaining('placeholder “b”.'),
    });
  });

  it.each(PLACEHOLDERS)('may contain $name as the editor inserts it', ({ written }) => {
    expect(checkTemplate('it', { subject: 'x', body: written })).toEqual({});
  });

  it('must contain the link if the email is about connecting', () => {
    const text = { subject: 'x', body: 'No link.' };
    expect(checkTemplate('link', text).body).toContain('so that every recipient gets the link');
    expect(checkTemplate('it', text)).toEqual({});
    expect(checkTemplate('link', { ...text, body: LINK })).toEqual({});
  });

  it.each([
    `{% if software.name %}${LINK}{% endif %}`,
    `{% unless note %}${LINK}{% endunless %}`,
    '{{ link.url | upcase }}',
    '{% if link.url %}No link.{% endif %}',
    '[Go](ftp:{{ link.url }})',
  ])('is rejected if some recipients get no link or a changed one: %s', (body) => {
    const { body: sentence } = checkTemplate('link', { subject: 'x', body });
    expect(sentence).toContain('so that every recipient gets the link');
  });

  it.each(['{{ software.ready.size }}', '{{ guide.steps | join: "; " }}', '{{ guide.steps[0] }}'])(
    'may contain %s',
    (text) => {
      expect(
        checkTemplate('it', { subject: 'x', body: `{% if guide.url %}${text}{% endif %}` }),
      ).toEqual({});
    },
  );
});
