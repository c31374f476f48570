import { inArray, notLike, type SQL } from 'drizzle-orm';
import { SANDBOX_EMAILS } from '../../api/session/sandbox-people.ts';
import type { Database } from '../../database/database.ts';
import { recall, remember } from '../../database/installation.ts';
import { customers, users } from '../../database/schema/index.ts';
import type { Config } from '../config.ts';
import { StartError } from '../run-command.ts';

/** A sandbox has sample customers, and people whose password is public. Everything else is real. */
type Kind = 'sandbox' | 'real';

const kindOf = ({ CODAT_API_KEY }: Pick<Config, 'CODAT_API_KEY'>): Kind =>
  CODAT_API_KEY ? 'real' : 'sandbox';

/** Where Link URLs of the sandbox lead. */
const SANDBOX_LINKS = '%/sandbox/link/%';

/**
 * What an installation is that was made before installations remembered it. Null for one without data. Customers who
 * came from Codat make it real, even if it has once been started without its key and has the sandbox’s people as well.
 */
const recognize = async (database: Database): Promise<Kind | null> => {
  const has = async (table: typeof customers | typeof users, condition?: SQL): Promise<boolean> =>
    (await database.select({ id: table.id }).from(table).where(condition).limit(1)).length > 0;
  if (await has(customers, notLike(customers.linkUrl, SANDBOX_LINKS))) return 'real';
  if (await has(users, inArray(users.email, SANDBOX_EMAILS))) return 'sandbox';
  return (await has(users)) || (await has(customers)) ? 'real' : null;
};

const explain = ({ DATABASE_URL, DATA_DIR }: Config, kind: string): string => {
  const where = DATABASE_URL
    ? `The database ${new URL(DATABASE_URL).pathname.slice(1)}`
    : `The data in ${DATA_DIR}`;
  const other = DATABASE_URL
    ? 'DATABASE_URL to an empty database'
    : 'DATA_DIR to an empty directory';
  return kind === 'sandbox'
    ? `${where} belongs to a sandbox. To connect to Codat, set ${other}. To open the sandbox, unset CODAT_API_KEY.`
    : `${where} belongs to a real installation. To open it, set CODAT_API_KEY. To try the sandbox, set ${other}.`;
};

/**
 * Makes a new installation what it is opened as: a sandbox without a Codat API key, otherwise real. It stays that.
 * @throws StartError when it is the other
 */
export const checkKind = async (database: Database, config: Config): Promise<void> => {
  const openedAs = kindOf(config);
  const kind =
    (await recall(database, 'kind')) ??
    (await remember(database, 'kind', (await recognize(database)) ?? openedAs));
  if (kind !== openedAs) throw new StartError(explain(config, kind));
};
