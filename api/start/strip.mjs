// Takes the types out of the portal's sources, into a folder that the next start reads; what is there already stays.
import fs from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { folder, nameOf, root } from './stripped.mjs';

fs.mkdirSync(folder, { recursive: true });
const left = new Set(fs.readdirSync(folder));
for (const file of fs.globSync(['api/**/*.ts', 'migrations/*.ts'], { cwd: root })) {
  const source = fs.readFileSync(path.join(root, file), 'utf8');
  const name = nameOf(source);
  if (left.delete(name) || fs.existsSync(path.join(folder, name))) continue;
  // Made aside and renamed: a portal that starts meanwhile reads all of it or nothing.
  const aside = path.join(folder, `${process.pid}.part`);
  fs.writeFileSync(aside, stripTypeScriptTypes(source));
  fs.renameSync(aside, path.join(folder, name));
}
for (const name of left) fs.rmSync(path.join(folder, name), { force: true });
