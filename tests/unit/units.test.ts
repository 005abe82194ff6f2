// What the department and its units promise to the portal.
import { expect, test } from 'vitest';
import { readDepartment } from '../../api/department/load.ts';
import { contentDir, readYaml } from '../../api/content/read.ts';
import { Ways } from '../../api/ways/schema.ts';
import { readUnits } from '../../api/units/load.ts';
import { Units, unitName } from '../../api/units/schema.ts';

const units = await readUnits(contentDir);

test('the units of the plans are there, each with its source, none confirmed yet', () => {
  expect(units.map(({ code }) => code)).toEqual([
    'lanh-dao',
    'van-phong',
    'phong-quan-ly-khoa-hoc',
    'phong-quan-ly-khcn-co-so',
    'phong-quan-ly-cong-nghe',
    'phong-ke-hoach-tai-chinh',
    'chi-cuc-tdc',
    'trung-tam-ung-dung',
  ]);
  expect(units.filter(({ confirmed }) => confirmed)).toEqual([]);
});

test('Thanh tra Sở is none of them since Luật Thanh tra số 84/2025/QH15: Thanh tra tỉnh is the inspectorate', async () => {
  expect(units.map(({ name }) => name)).not.toContain('Thanh tra Sở');
  expect(
    (await readYaml(contentDir, 'ways.yaml', Ways)).receivers.find(({ id }) => id === 'thanh-tra-tinh')?.name,
  ).toBe('Thanh tra tỉnh Quảng Ngãi');
});

test('two units never share a code', () => {
  expect(Units.safeParse([units[0], units[0]]).success).toBe(false);
});

test('a unit that has left the list is said to have left, with its code', () => {
  expect(unitName(units, 'van-phong')).toBe('Văn phòng Sở');
  expect(unitName(units, 'phong-cu')).toBe('Đơn vị nay không còn (phong-cu)');
});

test('the department names itself and invents no telephone, e-mail, address or hours', async () => {
  expect(await readDepartment(contentDir)).toMatchObject({
    name: 'Sở Khoa học và Công nghệ tỉnh Quảng Ngãi',
    slogan: 'Chung tay cải cách thủ tục hành chính',
    registerCode: 'PAKN',
    phone: null,
    email: null,
    address: null,
    officeHours: null,
  });
});
