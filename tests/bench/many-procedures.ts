// Many procedures for measuring: recombined from those in content/, under made-up codes; never shown to anybody.
import fs from 'node:fs/promises';
import path from 'node:path';
import { parse, stringify } from 'yaml';

const madeUp = '9.';
const verbs = ['Cấp', 'Cấp lại', 'Gia hạn', 'Sửa đổi', 'Bổ sung', 'Thu hồi', 'Xác nhận', 'Điều chỉnh'];

/** Fills `folder` up to `count` files, the real ones among them. */
export async function writeProcedures(folder: string, count: number): Promise<void> {
  const files = (await fs.readdir(folder)).filter((file) => file.endsWith('.yaml'));
  // Only the real ones are recombined: a copy of a copy would grow with the count.
  const real = files.filter((file) => !file.startsWith(madeUp)).toSorted();
  const contents = await Promise.all(
    real.map(async (file) => parse(await fs.readFile(path.join(folder, file), 'utf8')) as { name: string }),
  );
  for (let number = real.length; number < count; number += 1) {
    const code = `${madeUp}${String(number).padStart(6, '0')}`;
    const content = contents[number % contents.length];
    const verb = verbs[Math.floor(number / contents.length) % verbs.length] ?? '';
    const made = {
      ...content,
      name: `${verb} ${content?.name} ${number}`,
      code,
      related: [],
      replacedBy: null,
    };
    await fs.writeFile(path.join(folder, `${code}.yaml`), stringify(made));
  }
}
