const ARGUMENT = /"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<plain>\S+)/g;

/** The request that a curl command sends, so that examples can be tried without curl. Knows only their options. */
export const requestOf = (command: string, variables: Record<string, string>): Request => {
  const filled = Object.entries(variables).reduce(
    (text, [name, value]) => text.replaceAll(`$${name}`, value),
    command.replaceAll('\\\n', ' '),
  );
  const [curl, ...words] = [...filled.matchAll(ARGUMENT)].map(
    ({ groups }) => groups?.double ?? groups?.single ?? groups?.plain ?? '',
  );
  if (curl !== 'curl') throw new Error(`“${command}” is no curl command.`);
  const headers = new Headers();
  const query = new URLSearchParams();
  let [address, body]: [string, string | null] = ['', null];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const value = (): string => words.shift() ?? '';
    if (word === '-H') {
      const [name = '', ...rest] = value().split(': ');
      headers.set(name, rest.join(': '));
    } else if (word === '--data-urlencode') {
      const [name = '', ...rest] = value().split('=');
      query.set(name, rest.join('='));
    } else if (word === '-d') body = value();
    else if (word.startsWith('http')) address = word;
    else if (word !== '-G') throw new Error(`The option ${word} is unknown.`);
  }
  const search = query.size > 0 ? `?${query}` : '';
  return new Request(address + search, { method: body === null ? 'GET' : 'POST', headers, body });
};
