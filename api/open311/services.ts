// The services of GeoReport v2 and what each asks: the eight contents of a phản ánh, kiến nghị and the fields of its form. Pure.
import type { Asked } from '../forms/asked.ts';
import { fieldNames, fields, type FieldName } from '../cases/fields/table.ts';
import type { CaseField } from '../cases/fields/field.ts';
import { contentLabels, trackLabels } from '../cases/labels.ts';
import { ContentCode, trackOf } from '../cases/schema.ts';
import type { Value } from './document.ts';

/** The fields that have an argument of their own in the specification; every other one is an attribute of the service. */
export const argumentsOf: { [Name in FieldName]?: string } = {
  contentCode: 'service_code',
  body: 'description',
  name: 'last_name, first_name',
  phone: 'phone',
  email: 'email',
};

export const attributeNames = fieldNames.filter((name) => argumentsOf[name] === undefined);
/** Asked beside the fields: that the notice about personal data was read, and which version. */
export const noticeNames = ['readPrivacyNotice', 'privacyNotice'] as const;

type Words = {
  procedures: readonly { slug: string; name: string }[];
  notice: { version: string; at: string };
};

export const services = (): Value[] =>
  ContentCode.options.map((code) => ({
    service_code: code,
    service_name: contentLabels[code].label,
    description: contentLabels[code].hint,
    metadata: true,
    type: 'realtime',
    keywords: 'phản ánh, kiến nghị, quy định hành chính, thủ tục hành chính',
    group: trackLabels[trackOf(code)],
  }));

const agreed = [
  { key: 'true', name: 'Có' },
  { key: 'false', name: 'Không' },
];

/** What is asked besides the arguments of the specification; `procedures` are those that can be chosen today. */
export function definition(code: ContentCode, { procedures, notice }: Words): Value {
  const choices = procedures.map(({ slug, name }) => ({ key: slug, name }));
  const rows: Record<string, CaseField> = fields;
  const asked = attributeNames.map((name) => attribute(name, rows[name]!.asked, choices));
  return {
    service_code: code,
    attributes: [
      ...asked,
      {
        variable: true,
        code: noticeNames[0],
        datatype: 'singlevaluelist',
        required: true,
        datatype_description: '',
        description: `Người gửi đã đọc thông báo về dữ liệu cá nhân tại ${notice.at}`,
        values: agreed.slice(0, 1),
      },
      {
        variable: true,
        code: noticeNames[1],
        datatype: 'string',
        required: false,
        datatype_description: 'Không ghi thì là bản mới nhất.',
        description: 'Bản thông báo về dữ liệu cá nhân đã cho người gửi đọc',
        values: [{ key: notice.version, name: notice.version }],
      },
    ].map((one, index) => ({ ...one, order: index + 1 })),
  };
}

function attribute(code: string, asked: Asked, procedures: { key: string; name: string }[]) {
  const isRequired = asked.control !== 'box' && asked.required === true;
  return {
    variable: true,
    code,
    datatype: datatypeOf(asked),
    required: isRequired,
    datatype_description: asked.hint ?? '',
    description: asked.label,
    values: valuesOf(asked, procedures),
  };
}

function datatypeOf(asked: Asked): string {
  if (asked.control === 'area') return 'text';
  if (asked.control === 'line') return asked.type === 'date' ? 'datetime' : 'string';
  return 'singlevaluelist';
}

function valuesOf(asked: Asked, procedures: { key: string; name: string }[]) {
  if (asked.control === 'box') return agreed;
  if (asked.control !== 'select' && asked.control !== 'radios') return [];
  const options = asked.options?.map(({ value, label }) => ({ key: value, name: label }));
  // The one choice that only the catalogue knows.
  return options ?? procedures;
}
