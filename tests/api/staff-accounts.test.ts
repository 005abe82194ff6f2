// Promises of opening staff accounts: for a demonstration, and from the command line.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAccountArguments } from '../../api/staff/add-arguments.ts';
import { createDemoAccounts } from '../../api/staff/demo-service.ts';
import { readRescueArguments } from '../../api/staff/rescue-arguments.ts';
import { rescueAccount } from '../../api/staff/rescue-service.ts';
import { openTestPortal } from '../support/portal/portal.ts';
import { signedInAs, testPassword } from '../support/portal/staff.ts';

describe('demo accounts', () => {
  test('are made once, one per role, with passwords in a file that only its owner reads', async () => {
    const own = await openTestPortal();
    const dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'minh-bach-demo-'));
    const made = await createDemoAccounts(own.portal, dataDir);
    expect(made.map(({ role, email }) => `${role} ${email}`)).toEqual([
      'TN tn@minhhoa.invalid',
      'MC mc@minhhoa.invalid',
      'XL xl@minhhoa.invalid',
      'TP tp@minhhoa.invalid',
      'LD ld@minhhoa.invalid',
      'CVP cvp@minhhoa.invalid',
      'BT bt@minhhoa.invalid',
      'QT qt@minhhoa.invalid',
    ]);
    expect(made[0]?.name).toBe('Công chức tiếp nhận (dữ liệu minh họa)');
    const units = new Map(made.map(({ role, unit }) => [role, unit]));
    expect(units.get('XL')).toBe(units.get('TP'));
    const known = own.portal.content.units.map((unit) => unit.code);
    for (const { unit } of made) expect(known).toContain(unit);
    for (const { password } of made) expect(password).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);

    const file = path.join(dataDir, 'demo-accounts.txt');
    expect(((await fs.stat(file)).mode & 0o777).toString(8)).toBe('600');
    const text = await fs.readFile(file, 'utf8');
    for (const { email, password } of made) expect(text).toContain(`${email}\t${password}`);
    for (const { email, password } of made)
      expect((await own.client.api.auth['sign-in'].email.$post({ json: { email, password } })).status).toBe(
        200,
      );

    expect(await createDemoAccounts(own.portal, dataDir)).toEqual([]);
    expect(await fs.readFile(file, 'utf8')).toBe(text);
    await fs.rm(dataDir, { recursive: true });
    await own.close();
  });

  test('are never made on a database that was given', async () => {
    const own = await openTestPortal({ env: { DATABASE_URL: 'postgres://given' } });
    expect(await createDemoAccounts(own.portal, '/nowhere')).toEqual([]);
    expect(await own.portal.db.selectFrom('staffUsers').selectAll().execute()).toEqual([]);
    await own.close();
  });
});

describe('staff:add', () => {
  const given = ['--email', 'Ai@CoQuan.example', '--name', 'Văn thư', '--role', 'tn', '--unit', 'van-phong'];

  test('reads its arguments', () => {
    expect(readAccountArguments(given, ['van-phong'])).toEqual({
      email: 'ai@coquan.example',
      name: 'Văn thư',
      role: 'TN',
      unit: 'van-phong',
    });
  });

  test('names everything that is missing or wrong, and how to call it', () => {
    const said = (args: string[]) => {
      try {
        return readAccountArguments(args, ['van-phong']);
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(said([])).toMatch(
      /^Thiếu --email\.\nThiếu --name\.\nThiếu --role\.\nThiếu --unit\.\n\nCách dùng: npm run/,
    );
    expect(said(['--quyen', 'QT'])).toMatch(/^Có tham số không hiểu được hoặc thiếu giá trị\./);
    expect(said(given.with(5, 'GD'))).toMatch(/^--role: không có vai trò “GD”\./);
    expect(said(given.with(7, 'phong-x'))).toMatch(/^--unit: không có đơn vị “phong-x”\./);
    expect(said(given.with(1, 'ai'))).toMatch(/^--email: Hãy nhập e-mail đầy đủ/);
  });
});

describe('staff:rescue', () => {
  test('opens an account again whatever stood against it, ends its sessions, and is written down', async () => {
    const own = await openTestPortal();
    const officer = await signedInAs(own, 'QT', 'van-phong', 'mac-ket');
    await own.owner
      .updateTable('staffUsers')
      .set({ active: false, validUntil: '2026-01-01' })
      .where('id', '=', officer.id)
      .execute();
    const by = 'npm run staff:rescue';
    const { password } = await rescueAccount(own.portal.db, {
      email: officer.email,
      now: own.portal.now(),
      by,
    });
    const signIn = (typed: string) =>
      own.client.api.auth['sign-in'].email.$post({ json: { email: officer.email, password: typed } });
    expect([(await signIn(testPassword)).status, (await signIn(password)).status]).toEqual([401, 200]);
    expect((await own.clientWith({ cookie: officer.cookie }).api.staff.me.$get()).status).toBe(401);
    const events = await own.owner
      .selectFrom('securityEvents')
      .select(['kind', 'actorId', 'detail'])
      .where('subjectId', '=', officer.id)
      .where('kind', 'in', ['password-reset', 'account-reopened'])
      .orderBy('id')
      .execute();
    expect(events).toEqual([
      { kind: 'password-reset', actorId: null, detail: { by } },
      { kind: 'account-reopened', actorId: null, detail: { by } },
    ]);
    await expect(
      rescueAccount(own.portal.db, { email: 'khong@co.example', now: own.portal.now(), by }),
    ).rejects.toThrow('Không có tài khoản khong@co.example. Không có gì được ghi.');
    await own.close();
  });

  test('asks for an e-mail and nothing else', () => {
    expect(readRescueArguments('staff:rescue', ['--email', ' QT@CoQuan.example '])).toEqual({
      email: 'qt@coquan.example',
    });
    for (const args of [[], ['--email', ' '], ['--ten', 'x']])
      expect(() => readRescueArguments('staff:rescue', args)).toThrow(
        'Cách dùng: npm run staff:rescue -- --email <e-mail của tài khoản>',
      );
  });
});
