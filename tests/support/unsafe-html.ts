import { Parser } from 'htmlparser2';

const VOID = new Set([
  'meta',
  'link',
  'br',
  'hr',
  'img',
  'input',
  'base',
  'area',
  'col',
  'source',
  'wbr',
]);
/** Parts of drawings, which close themselves. */
const SHAPES = new Set(['path', 'rect', 'circle', 'line', 'polyline']);
const RUNS = new Set(['script', 'iframe', 'object', 'embed', 'base', 'applet', 'frame', 'marquee']);
const SAFE_ADDRESS = /^(?:https?:|mailto:|tel:|data:,|[/#?]|$)/i;

const addressFaults = (tag: string, attributes: Record<string, string>): string[] =>
  ['href', 'src', 'action', 'formaction', 'srcdoc', 'xlink:href'].flatMap((name) => {
    const value = attributes[name];
    return value === undefined || SAFE_ADDRESS.test(value.trim())
      ? []
      : [`<${tag} ${name}=${value}>`];
  });

/**
 * What could run or load something in a page made of other people’s texts, or shows that one of them broke it: elements
 * with scripts, event handlers, other kinds of addresses, and tags that don’t match.
 */
export const unsafeIn = (html: string): string[] => {
  const faults: string[] = [];
  const open: string[] = [];
  const parser = new Parser(
    {
      onopentag: (tag, attributes, isImplied) => {
        if (RUNS.has(tag)) faults.push(`<${tag}>`);
        for (const name of Object.keys(attributes))
          if (/^on/i.test(name)) faults.push(`<${tag} ${name}>`);
        faults.push(...addressFaults(tag, attributes));
        if (isImplied) faults.push(`<${tag}> is implied`);
        if (!VOID.has(tag)) open.push(tag);
      },
      onclosetag: (tag, isImplied) => {
        if (VOID.has(tag)) return;
        const last = open.pop();
        if (last !== tag || (isImplied && !SHAPES.has(tag)))
          faults.push(`</${tag}> closes <${last}>`);
      },
    },
    // Follows the document as it is written, so that every tag must be closed.
    { xmlMode: false, recognizeSelfClosing: true },
  );
  parser.end(html);
  return [...faults, ...open.map((tag) => `<${tag}> is never closed`)];
};

/** The text of a page or email as people read it, with spaces as they are. */
export const textIn = (html: string): string => {
  const parts: string[] = [];
  const parser = new Parser({ ontext: (part) => parts.push(part) }, { decodeEntities: true });
  parser.end(html);
  return parts.join('');
};
