import { describe, expect, it } from 'vitest';
import { EMAIL_TEMPLATES } from '../journey/outreach.ts';
import { BARE_FACTS, EXAMPLE_FACTS } from './placeholders.ts';
import { renderEmail } from './render.ts';
import { DEFAULT_TEXTS } from './templates/templates.ts';

const NAUGHTY = [
  '<script>alert(1)</script>\r\nBcc: x@y.z',
  '[x](http://evil.example)',
  '<http://evil.example>',
  '![x](http://evil.example/pixel.png)',
  '{{ 7 | times: 7 }} {% raw %}',
  '**b** _i_ `c` # h\n- l\n1. n\n> q\n---',
  '&lt;b&gt; &amp;',
  '"><img src=x onerror=alert(1)>',
  '\\*a\\* \\',
  '\uFDD00\uFDD1',
  '𝕏‏ שלום \u202Eevil',
];

const shown = (value: string): string =>
  value
    .replace(/[\uFDD0\uFDD1]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const escaped = (value: string): string =>
  shown(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const withValue = (value: string) => ({
  ...EXAMPLE_FACTS,
  customer: { name: value, started: true },
  agent: { name: value, email: 'a@b.example' },
  sender: { ...EXAMPLE_FACTS.sender, name: value },
  software: { ...EXAMPLE_FACTS.software, name: value, ready: [value] },
  note: value,
});

const body = (markdown: string, facts = EXAMPLE_FACTS) => {
  const { html, text } = renderEmail({ subject: 'x', body: markdown }, facts);
  return { html: html.slice(html.indexOf('</table>')), text };
};

describe('a rendered email', () => {
  it.each(NAUGHTY)('shows every character of %j as itself', (value) => {
    const template = { subject: 'For {{ customer.name }}', body: 'Name: {{ customer.name }}!' };
    const { subject, html, text } = renderEmail(template, withValue(value));
    expect(subject).toBe(`For ${shown(value)}`.trim());
    expect(html.replaceAll('<br>', ' ')).toContain(`Name: ${escaped(value)}!`);
    expect(text.replace(/\s+/g, ' ')).toContain(`Name: ${shown(value)}!`);
    expect(html).not.toMatch(/<(script|img)|href="http:\/\/evil/);
  });

  it.each(EMAIL_TEMPLATES)('%s contains no parsed value, no gap and no brace', (template) => {
    for (const facts of [EXAMPLE_FACTS, BARE_FACTS, ...NAUGHTY.map(withValue)]) {
      const { subject, html, text } = renderEmail(DEFAULT_TEXTS[template], facts);
      expect(subject).toMatch(/^[^\p{Cc}]{10,200}$/u);
      expect(html).not.toMatch(/<(script|img)|href="http:\/\/evil|[\uFDD0\uFDD1]/);
      if (!NAUGHTY.includes(facts.customer.name)) expect(html + text).not.toMatch(/{{|{%|null/);
      expect(text).not.toMatch(/\n{4}/);
    }
  });

  it('turns the first link on its own line into a button', () => {
    const { html, text } = body(
      '[Go]({{ link.url }})\n\n[Read]({{ guide.url }})\n\nor [this](http://a.example)',
    );
    expect(html.match(/class="button"/g)).toHaveLength(1);
    expect(html).toMatch(
      /<a href="https:\/\/desk\.example\/l\/example"[^>]* class="on-button">Go</,
    );
    expect(text).toMatch(/^Go https:\/\/desk\.example\/l\/example\n\nRead /);
  });

  it.each([
    ['[x](javascript:alert(1))', false],
    ['[x](data:text/html,x)', false],
    ['[x](//evil.example)', false],
    ['[x](/relative)', false],
    ['[x]({{ customer.name }})', false],
    ['[x](mailto:{{ agent.email }})', true],
    ['[x](https://a.example/{{ software.name }})', true],
  ])('has a link for %s: %s', (markdown, leads) => {
    expect(/<a href=/.test(body(markdown).html)).toBe(leads);
  });

  it('keeps the line breaks of a note and shows HTML in a template as text', () => {
    const { html } = body('> {{ note }}\n\n<b>x</b>', { ...EXAMPLE_FACTS, note: 'a\n\nb' });
    expect(html).toContain('a<br><br>b');
    expect(html).toContain('&lt;b&gt;x&lt;/b&gt;');
  });

  it('breaks a word that is wider than a phone, such as an address in a note', () => {
    const { html } = renderEmail({ subject: 'x', body: 'x'.repeat(400) }, EXAMPLE_FACTS);
    expect(html).toMatch(/class="surface inner"[^>]*overflow-wrap:anywhere/);
  });

  it('shows a value in code as itself', () => {
    const facts = { ...EXAMPLE_FACTS, note: 'a`b`<i>' };
    const { html } = body('`{{ note }}`\n\n    {{ note }}', facts);
    expect(html.match(/a`b`&lt;i&gt;/g)).toHaveLength(2);
  });

  it.each([
    ['Łódzka Przędzalnia Sp. z o.o.', 'For Łódzka Przędzalnia Sp. z o.o. Next.'],
    ['Quarry Lane Ltd', 'For Quarry Lane Ltd. Next.'],
  ])('ends a sentence with a single full stop after %s', (name, sentence) => {
    const facts = { ...EXAMPLE_FACTS, customer: { name, started: true } };
    const template = {
      subject: 'For {{ customer.name }}. Next.',
      body: 'For **{{ customer.name }}**. Next.',
    };
    const { subject, html, text } = renderEmail(template, facts);
    expect(subject).toBe(sentence);
    expect(html.replace(/<\/?strong>/g, '')).toContain(sentence);
    expect(text).toContain(sentence);
  });

  it('offers to get started until the customer has opened a link', () => {
    const reminder = (started: boolean) =>
      renderEmail(DEFAULT_TEXTS.reminder, { ...EXAMPLE_FACTS, customer: { name: 'X', started } });
    expect(reminder(false).html).toContain('>Get started</a>');
    expect(reminder(true).html).toContain('>Pick up where you left off</a>');
  });

  it('captures and filters a value without parsing it', () => {
    const markdown =
      '{% capture both %}{{ customer.name }} {{ agent.name }}{% endcapture %}{{ both | upcase }}';
    expect(body(markdown, withValue('[x](http://evil.example)')).html).toContain(
      '[x](http://evil.example) [x](http://evil.example)',
    );
  });
});
