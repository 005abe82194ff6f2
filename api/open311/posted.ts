// What a program posts as GeoReport v2 has it, read into the body of the portal's own form. Pure.
import { fields, type FieldName } from '../cases/fields/table.ts';
import type { CaseField } from '../cases/fields/field.ts';
import { ContentCode } from '../cases/schema.ts';
import { Problem, type FieldError } from '../problems/problem.ts';
import { argumentsOf, attributeNames, noticeNames } from './services.ts';

/** Where it happened and what shows it: the portal has no field of its own for these, and nothing that is said is lost. */
const places = [
  ['address_string', 'Nơi xảy ra'],
  ['address_id', 'Mã địa điểm'],
  ['lat', 'Vĩ độ'],
  ['long', 'Kinh độ'],
  ['media_url', 'Liên kết kèm theo'],
] as const;
/** Arguments of the specification that tell who or which device sends: not kept (docs/decisions/0010-open311.md). */
const passedOver = new Set(['api_key', 'jurisdiction_id', 'device_id', 'account_id']);
const known = new Set<string>([
  ...passedOver,
  ...places.map(([name]) => name),
  ...['service_code', 'description', 'first_name', 'last_name', 'phone', 'email'],
]);
const attributes = new Set<string>([...attributeNames, ...noticeNames]);
const mostArguments = 100;
const rows: Record<string, CaseField> = fields;

/**
 * The body for `SubmitCase`, by which it is still to be judged, out of an urlencoded text. An argument that is empty is
 * none. Throws `not-found` for a service that there is not, `bad-request` where none is named, `invalid` for arguments
 * that nobody knows or that came twice.
 */
export function readPosted(text: string): Record<string, unknown> {
  const given = [...new URLSearchParams(text)]
    .slice(0, mostArguments)
    .filter(([, value]) => value.trim() !== '');
  const said = new Map(given);
  const wrong = given.flatMap(([name], index): FieldError[] => {
    if (!known.has(name) && !attributes.has(attributeOf(name) ?? ''))
      return [error(name, 'Không có ô nào tên như vậy. Hãy bỏ ô này.')];
    const isRepeated = given.findIndex(([other]) => other === name) < index;
    return isRepeated ? [error(name, 'Ô này chỉ ghi một lần.')] : [];
  });
  const code = said.get('service_code');
  if (code === undefined) throw new Problem('bad-request', 'Thiếu service_code. Xem danh sách tại services.');
  serviceOf(code);
  if (wrong.length > 0) throw new Problem('invalid', undefined, wrong);
  return defined({
    contentCode: code,
    body: bodyOf(said),
    // Họ before tên, as names are written here.
    name: [said.get('last_name'), said.get('first_name')].filter(Boolean).join(' ') || undefined,
    phone: said.get('phone'),
    email: said.get('email'),
    ...Object.fromEntries(
      [...attributes].map((name) => [name, valueOf(name, said.get(`attribute[${name}]`))]),
    ),
  });
}

/** The service of a code; throws `not-found`. */
export function serviceOf(code: string): ContentCode {
  const read = ContentCode.safeParse(code);
  if (read.success) return read.data;
  throw new Problem('not-found', 'Không có service_code này. Xem danh sách tại services.');
}

/** `/body` of the portal's form came as `description`, `/address` as `attribute[address]`. */
export function argumentOf(pointer: string): string {
  const name = pointer.slice(1);
  return argumentsOf[name as FieldName] ?? (attributes.has(name) ? `attribute[${name}]` : name);
}

const attributeOf = (name: string) => /^attribute\[(\w{1,80})\]$/.exec(name.slice(0, 100))?.[1];
const error = (name: string, detail: string): FieldError => ({ pointer: `/${name.slice(0, 80)}`, detail });
const defined = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

function bodyOf(said: ReadonlyMap<string, string>): string | undefined {
  const description = said.get('description');
  if (description === undefined) return undefined;
  const where = places.flatMap(([name, label]) => {
    const value = said.get(name);
    return value === undefined ? [] : [`${label}: ${value}`];
  });
  return where.length === 0 ? description : `${description}\n\n${where.join('\n')}`;
}

/** What is agreed to is said in a word. */
function valueOf(name: string, value: string | undefined): unknown {
  const isBox = name === noticeNames[0] || rows[name]?.asked.control === 'box';
  return isBox && (value === 'true' || value === 'false') ? value === 'true' : value;
}
