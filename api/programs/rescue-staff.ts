// `npm run staff:rescue`: opens one account again in an emergency and prints its first password once.
import { migrate } from '../db/migrate.ts';
import { readEnvironment } from '../portal/env.ts';
import { readRescueArguments } from '../staff/rescue-arguments.ts';
import { rescueAccount } from '../staff/rescue-service.ts';
import { openStaffDatabase } from './staff-database.ts';

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(args: string[]): Promise<void> {
  const { email } = readRescueArguments('staff:rescue', args);
  const { db, close } = await openStaffDatabase(readEnvironment());
  try {
    await migrate(db);
    const { password } = await rescueAccount(db, { email, now: new Date(), by: 'npm run staff:rescue' });
    console.log(
      [
        `Tài khoản ${email} đã mở, xác thực hai lớp đã gỡ, mọi phiên đã đóng; việc này có trong nhật ký an ninh.`,
        `Mật khẩu, chỉ hiện một lần này: ${password}`,
        'Hãy trao tận tay người dùng; lần đăng nhập đầu, cổng đòi đổi mật khẩu này.',
      ].join('\n'),
    );
  } finally {
    await close();
  }
}
