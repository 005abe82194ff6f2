// The command line of the emergencies, parsed: whose account, and nothing else.
import { parseArgs } from 'node:util';

/** Reads `--email` after `--`; throws an Error that says how to call the command. */
export function readRescueArguments(command: string, args: string[]): { email: string } {
  let email: string | undefined;
  try {
    ({ email } = parseArgs({ args, options: { email: { type: 'string' } } }).values);
  } catch {
    email = undefined;
  }
  if (!email?.trim()) throw new Error(`Cách dùng: npm run ${command} -- --email <e-mail của tài khoản>`);
  return { email: email.trim().toLowerCase().slice(0, 254) };
}
