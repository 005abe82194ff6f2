// `npm run staff:add`: opens one staff account and prints its first password once.
import { migrate } from '../db/migrate.ts';
import { readEnvironment } from '../portal/env.ts';
import { readUnits } from '../units/load.ts';
import { openAccounts, withPassword } from '../staff/opening-service.ts';
import { readAccountArguments } from '../staff/add-arguments.ts';
import { hasStaffUser } from '../staff/repository.ts';
import { roleNames } from '../staff/roles.ts';
import { openStaffDatabase } from './staff-database.ts';

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(args: string[]): Promise<void> {
  const env = readEnvironment();
  const units = (await readUnits(env.CONTENT_DIR)).map((unit) => unit.code);
  const account = withPassword(readAccountArguments(args, units));
  const { db, close } = await openStaffDatabase(env);
  try {
    await migrate(db);
    if (await hasStaffUser(db, account.email))
      throw new Error(`E-mail ${account.email} đã có tài khoản. Không có gì được ghi.`);
    await openAccounts(db, [account], { now: new Date(), by: 'npm run staff:add', mustChangePassword: true });
  } finally {
    await close();
  }
  console.log(
    [
      `Đã mở tài khoản ${account.email}: ${roleNames[account.role]} (${account.role}), đơn vị ${account.unit}.`,
      `Mật khẩu, chỉ hiện một lần này: ${account.password}`,
      'Hãy trao tận tay người dùng; lần đăng nhập đầu, cổng đòi đổi mật khẩu này.',
    ].join('\n'),
  );
}
