import { expect, it } from 'vitest';
import { storableJson } from './storable-json.ts';

it('leaves JSON that can be stored as it is', () => {
  const text = '{ "name": "Ærø 🚀 \\ud83d\\ude80", "n": [1, null, true] }';
  expect(JSON.parse(storableJson(text))).toEqual(JSON.parse(text));
});

it('removes NUL and replaces lone surrogates, in keys and values at any depth', () => {
  const text = '{"a\\u0000b": [{"\\uD800": "x\\udc00y\\u0000"}]}';
  expect(JSON.parse(storableJson(text))).toEqual({ ab: [{ '\ufffd': 'x\ufffdy' }] });
});

it('throws when the text isn’t JSON', () => {
  for (const text of ['', '{"a": "\\u0000', '<html>', '{"a":1} trailing'])
    expect(() => storableJson(text)).toThrow(SyntaxError);
});
