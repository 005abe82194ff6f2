// What the list of procedures can be narrowed by, and which of its values each procedure has. Pure.
import { type Unit, unitName } from '../units/schema.ts';
import { onlineLevelLabels, statusLabels } from './labels.ts';
import { anchorOf } from '../text/fold.ts';
import { isSuperseded } from './order.ts';
import { isGiven, isNone } from './part.ts';
import type { PublicProcedure, Status } from './schema.ts';

/** A value as addresses carry it, and as people read it. */
export type FacetValue = { value: string; label: string };
export type Facet = {
  key: 'field' | 'applicant' | 'unit' | 'online' | 'time' | 'state';
  label: string;
  /** The order in which values are listed; without it the commonest comes first. */
  order?: readonly string[];
  valuesOf(procedure: PublicProcedure): FacetValue[];
};
export type FacetKey = Facet['key'];

const unknown: FacetValue = { value: 'chua-co-thong-tin', label: 'Không ghi' };
const none: FacetValue = { value: 'khong-quy-dinh', label: 'Không quy định' };

const onlineValues = {
  full: 'toan-trinh',
  partial: 'mot-phan',
  none: 'chua-cung-cap',
  unknown: unknown.value,
} as const;

/** Bands of days; the figure counts as written, working days and calendar days alike. A month is thirty days. */
const bands = [
  { value: 'den-5-ngay', label: 'Đến 5 ngày', most: 5 },
  { value: '6-den-10-ngay', label: '6 đến 10 ngày', most: 10 },
  { value: '11-den-20-ngay', label: '11 đến 20 ngày', most: 20 },
  { value: 'tren-20-ngay', label: 'Trên 20 ngày', most: Infinity },
] as const;
const severalLimits: FacetValue = { value: 'nhieu-moc', label: 'Nhiều mốc, tùy trường hợp' };
const daysIn = { 'working-days': 1, 'calendar-days': 1, months: 30, hours: 1 / 24 } as const;

function timeOf({ timeLimit }: PublicProcedure): FacetValue {
  if (!isGiven(timeLimit)) return isNone(timeLimit) ? none : unknown;
  const { amount, unit } = timeLimit;
  if (amount === null || unit === null) return severalLimits;
  const days = amount * daysIn[unit];
  const { value, label } = bands.find(({ most }) => days <= most) ?? severalLimits;
  return { value, label };
}

const stateValues: Record<Status, string> = {
  'in-force': 'dang-hieu-luc',
  'not-yet-in-force': 'sap-hieu-luc',
  'needs-review': 'can-ra-soat',
  replaced: 'bi-thay-the',
  repealed: 'bai-bo',
};
/** Without a choice the superseded ones are left out. */
export const currentState: FacetValue = { value: 'con-dung', label: 'Không kể đã bị thay thế, bãi bỏ' };
export const endedState: FacetValue = { value: 'het-hieu-luc', label: 'Đã bị thay thế hoặc bãi bỏ' };
const everyState: FacetValue = { value: 'tat-ca', label: 'Tất cả' };

/** The facets in the order in which pages show them. */
export const facetsOf = (units: readonly Unit[]): readonly Facet[] => [
  {
    key: 'field',
    label: 'Lĩnh vực',
    valuesOf: ({ field }) => [{ value: anchorOf(field), label: field }],
  },
  {
    key: 'applicant',
    label: 'Đối tượng thực hiện',
    valuesOf: ({ applicants }) =>
      isGiven(applicants)
        ? applicants.map((label) => ({ value: anchorOf(label), label }))
        : [isNone(applicants) ? none : unknown],
  },
  {
    key: 'time',
    label: 'Thời hạn giải quyết',
    order: [...bands.map(({ value }) => value), severalLimits.value, none.value, unknown.value],
    valuesOf: (procedure) => [timeOf(procedure)],
  },
  {
    key: 'online',
    label: 'Mức độ trực tuyến',
    order: Object.values(onlineValues),
    valuesOf: ({ onlineLevel }) => [
      onlineLevel === 'unknown'
        ? unknown
        : { value: onlineValues[onlineLevel], label: onlineLevelLabels[onlineLevel] },
    ],
  },
  {
    key: 'unit',
    label: 'Đơn vị phụ trách',
    valuesOf: ({ unit }) =>
      unit === undefined ? [unknown] : [{ value: unit, label: unitName(units, unit) }],
  },
  {
    key: 'state',
    label: 'Trạng thái',
    order: [currentState.value, endedState.value, ...Object.values(stateValues), everyState.value],
    valuesOf: (procedure) => [
      isSuperseded(procedure) ? endedState : currentState,
      { value: stateValues[procedure.status], label: statusLabels[procedure.status] },
      everyState,
    ],
  },
];
