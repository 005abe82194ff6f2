// One short visit to the database server of the tests, for what has no place in a database: creating and dropping.
import pg from 'pg';

export async function onServer<T>(url: string, visit: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await visit(client);
  } finally {
    await client.end();
  }
}

/** The role with which the portals of the tests run, as in production: it owns nothing. */
export const runRole = { name: 'portal_of_tests', password: 'only-for-tests' };

/** The same address for that role. */
export function asRunRole(url: string): string {
  const address = new URL(url);
  address.username = runRole.name;
  address.password = runRole.password;
  return address.href;
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
