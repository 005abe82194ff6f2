// How the API reference tells a JSON Schema.
import { expect, test } from 'vitest';
import { shapesOf } from '../../site/lib/feed/schema-rows.ts';

test('each field is a row with its type in Vietnamese, whether it may be absent, and its limits', () => {
  const schema = {
    type: 'object',
    properties: {
      name: { type: 'string', minLength: 2, maxLength: 150 },
      phone: { anyOf: [{ type: 'string' }, { type: 'null' }] },
      kind: { type: 'string', enum: ['person', 'organisation'] },
    },
    required: ['name', 'kind'],
  };
  expect(shapesOf(schema, {})).toEqual([
    {
      title: '',
      rows: [
        { name: 'name', type: 'chuỗi', isRequired: true, note: 'ít nhất 2 ký tự; nhiều nhất 150 ký tự' },
        { name: 'phone', type: 'chuỗi hoặc null', isRequired: false, note: '' },
        { name: 'kind', type: '"person" | "organisation"', isRequired: true, note: '' },
      ],
    },
  ]);
});

test('fields of lists and of named schemas are told with their path', () => {
  const named = {
    Day: { type: 'object', properties: { date: { type: 'string', format: 'date' } }, required: ['date'] },
  };
  const schema = {
    properties: {
      due: { properties: { explanation: { type: 'array', items: { $ref: '#/components/schemas/Day' } } } },
    },
  };
  const [shape] = shapesOf(schema, named);
  expect(shape?.rows.map(({ name, type }) => `${name}: ${type}`)).toEqual([
    'due: đối tượng',
    'due.explanation: danh sách đối tượng',
    'due.explanation[].date: chuỗi',
  ]);
});

test('a choice between objects gives one table for each, titled by what tells it apart', () => {
  const step = (name: string) => ({ properties: { step: { const: name }, version: { type: 'integer' } } });
  expect(shapesOf({ oneOf: [step('accept'), step('approve')] }, {}).map(({ title }) => title)).toEqual([
    'step = "accept"',
    'step = "approve"',
  ]);
});

test('a schema that holds itself comes to an end', () => {
  const named = {
    Tree: { properties: { children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } } },
  };
  expect(shapesOf({ $ref: '#/components/schemas/Tree' }, named)[0]?.rows).toHaveLength(4);
});
