// The command line of `npm run staff:add`, parsed.
import { parseArgs } from 'node:util';
import { Role, roleNames } from './roles.ts';
import { NewAccount } from './schema.ts';

/** How to call the command, with the codes that are allowed. */
export const usage = (units: string[]) =>
  [
    'Cách dùng: npm run staff:add -- --email <e-mail> --name "<họ tên hoặc vị trí>" --role <vai trò> --unit <mã đơn vị>',
    `Vai trò: ${Role.options.map((role) => `${role} (${roleNames[role]})`).join(', ')}`,
    `Đơn vị: ${units.join(', ')}`,
  ].join('\n');

/**
 * Reads the arguments after `--` into an account; `units` are the codes of content/units.yaml.
 * Throws an Error with one Vietnamese line per wrong argument and the usage.
 */
export function readAccountArguments(args: string[], units: string[]): NewAccount {
  const text = { type: 'string' } as const;
  const refuse = (lines: string[]): never => {
    throw new Error([...lines, '', usage(units)].join('\n'));
  };
  let values: Record<string, string | undefined>;
  try {
    ({ values } = parseArgs({ args, options: { email: text, name: text, role: text, unit: text } }));
  } catch {
    return refuse(['Có tham số không hiểu được hoặc thiếu giá trị.']);
  }
  const missing = ['email', 'name', 'role', 'unit'].filter((name) => !values[name]);
  if (missing.length > 0) return refuse(missing.map((name) => `Thiếu --${name}.`));
  const parsed = NewAccount.safeParse({ ...values, role: values['role']?.toUpperCase() });
  if (!parsed.success) {
    return refuse(
      parsed.error.issues.map(({ path: [field], message }) =>
        field === 'role' ? `--role: không có vai trò “${values['role']}”.` : `--${String(field)}: ${message}`,
      ),
    );
  }
  if (!units.includes(parsed.data.unit)) return refuse([`--unit: không có đơn vị “${parsed.data.unit}”.`]);
  return parsed.data;
}
