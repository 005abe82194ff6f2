// The parts of a procedure out of a national entry; what it does not say is left out.
import { isNone, type None, type Part } from '../procedures/part.ts';
import type {
  Agencies,
  Channel,
  Kind,
  Method,
  Paper,
  ProcedureFile,
  TimeUnit,
} from '../procedures/schema.ts';
import { nationalKinds, nationalMethods, nationalTime, nationalUnits } from './national.ts';
import type { NationalInput } from './national-schema.ts';
import { sameName } from './words.ts';

type Read = { parts: Partial<ProcedureFile> } | { key: string; wrong: string };
type Told<Said> = Said | None | null | undefined;

export const agencyKeys = [
  ['executing', 'departmentsExecuting'],
  ['authority', 'departmentsAuthority'],
  ['delegated', 'departmentsAuthorized'],
  ['coordinating', 'departmentsCoordinating'],
  ['receiving', 'dossierReceivingAddresses'],
] as const;

export function partsOf(said: NationalInput): Read {
  const parts: Partial<ProcedureFile> = {};
  if (said.name !== null) parts.name = said.name;
  const fields = namesOf(said.categoriesDetails);
  if (Array.isArray(fields)) parts.field = fields.join('; ');
  const levels = levelsOf(said);
  if (levels.length > 0) parts.levels = levels;
  const kind = part(said.formalityType, (words) =>
    (Object.keys(nationalKinds) as Kind[]).find((one) =>
      sameName(nationalKinds[one], words.replace(/^thủ tục hành chính/i, 'TTHC')),
    ),
  );
  if (kind !== undefined) parts.kind = kind;
  const steps = part(said.executionSteps, (told) =>
    typeof told === 'string'
      ? told.split(/\n+/).filter(Boolean)
      : told.map(({ name, description }) => [name, description].filter(Boolean).join(': ')).filter(Boolean),
  );
  if (steps !== undefined) parts.steps = steps;
  const methods = methodsOf(said);
  if (methods && 'wrong' in methods) return methods;
  if (methods) parts.methods = methods.value;
  Object.assign(parts, timeAndFeeOf(said));
  const dossier = part(said.executionCases, (cases) =>
    cases
      .map(({ name, profileComponents }) => ({ name, papers: (profileComponents ?? []).flatMap(paperOf) }))
      .filter(({ papers }) => papers.length > 0),
  );
  if (dossier !== undefined) parts.dossier = dossier;
  const sets = part(said.profileSets, (words) => words);
  if (sets !== undefined) parts.sets = sets;
  const applicants = namesOf(said.subjectTypesDetails);
  if (applicants !== undefined) parts.applicants = applicants;
  const results = namesOf(said.resultsDetails);
  if (results !== undefined) parts.results = results;
  const conditions = part(said.requirementsAndConditions, (words) => words);
  if (conditions !== undefined)
    parts.conditions =
      typeof conditions === 'string' && /^không( có| quy định)?\.?$/i.test(conditions)
        ? { none: conditions.replace(/\.$/, '') }
        : conditions;
  const basis = part(said.legalBasisesDetails, (list) =>
    list
      .map(({ code, name }) => ({ number: code, title: name }))
      .filter(({ number, title }) => number ?? title),
  );
  if (basis !== undefined) parts.legalBasis = basis;
  if (said.onlineLevel && said.onlineLevel !== 'unknown') parts.onlineLevel = said.onlineLevel;
  if (said.unit !== null) parts.unit = said.unit;
  parts.agencies = agenciesOf(said);
  return { parts };
}

function part<Said, Value>(
  said: Told<Said>,
  value: (said: Said) => Value | undefined,
): Part<Value> | undefined {
  if (said === null || said === undefined || said === '') return undefined;
  if (isNone(said)) return said;
  const read = value(said as Said);
  return Array.isArray(read) && read.length === 0 ? undefined : read;
}

const namesOf = (said: Told<{ name: string | null }[]>) =>
  part(said, (list) => list.flatMap(({ name }) => (name ? [name] : [])));

function levelsOf(said: NationalInput) {
  const flags = [
    ['ministry', said.isMinistry],
    ['province', said.isProvince],
    ['commune', said.isWard],
    ['other', said.isOther],
  ] as const;
  return flags.filter(([, on]) => on === true).map(([level]) => level);
}

const channelOf = (words: string | null): Channel[] | undefined =>
  words === 'DIRECT_AND_ONLINE'
    ? ['in-person', 'online']
    : (Object.keys(nationalMethods) as Channel[])
        .filter((channel) => nationalMethods[channel] === words)
        .map((channel) => channel);

const defaultText: Record<Channel, string> = {
  'in-person': 'Trực tiếp',
  online: 'Trực tuyến',
  postal: 'Dịch vụ bưu chính',
};

function methodsOf(
  said: NationalInput,
): { value: Part<Method[]> } | { key: string; wrong: string } | undefined {
  const told = said.executionMethods;
  if (told === null || told === undefined) return undefined;
  if (isNone(told)) return { value: told };
  const strange = told.findIndex(
    ({ processingTime, processingTimeUnit }) =>
      processingTime !== null && nationalTime(processingTime, processingTimeUnit) === null,
  );
  if (strange !== -1)
    return {
      key: `executionMethods.${strange}.processingTimeUnit`,
      wrong: `“${told[strange]?.processingTimeUnit ?? ''}” không phải ${Object.values(nationalUnits).join(', ')}; thời hạn không đọc được.`,
    };
  const times = new Set(
    told.flatMap((one) => nationalTime(one.processingTime, one.processingTimeUnit) ?? []),
  );
  const methods: Method[] = [];
  for (const [index, one] of told.entries()) {
    const channels = channelOf(one.submissionMethod) ?? [];
    if (channels.length === 0)
      return {
        key: `executionMethods.${index}.submissionMethod`,
        wrong: `“${one.submissionMethod ?? ''}” không phải DIRECT, ONLINE hay POSTAL.`,
      };
    const own = times.size > 1 ? nationalTime(one.processingTime, one.processingTimeUnit) : null;
    const fee = feeWords(one.fees ?? []);
    for (const channel of channels)
      methods.push({
        channel,
        text: one.description ?? defaultText[channel],
        time: one.processingTimeText ?? own,
        fee,
      });
  }
  return methods.length > 0 ? { value: methods } : undefined;
}

type Fees = { value: number | null; currencyName: string | null; description: string | null }[];
const feeWords = (fees: Fees): string | null =>
  fees
    .map(({ value, currencyName, description }) =>
      [value === null ? null : `${value.toLocaleString('de-DE')} ${currencyName ?? 'đồng'}`, description]
        .filter(Boolean)
        .join(' - '),
    )
    .filter(Boolean)
    .join('; ') || null;

/** Our own keys where they are there; else the time that the ways share. Different times stay with their ways alone. */
function timeAndFeeOf(said: NationalInput): Partial<Pick<ProcedureFile, 'timeLimit' | 'fee'>> {
  const parts: Partial<Pick<ProcedureFile, 'timeLimit' | 'fee'>> = {};
  const unitOf = (words: string | null): TimeUnit | null =>
    (Object.keys(nationalUnits) as TimeUnit[]).find((unit) => nationalUnits[unit] === words) ?? null;
  if (said.timeLimit)
    parts.timeLimit = isNone(said.timeLimit)
      ? said.timeLimit
      : { ...said.timeLimit, unit: unitOf(said.timeLimit.unit) };
  else if (Array.isArray(said.executionMethods)) {
    const limits = said.executionMethods.flatMap(({ processingTime: time, processingTimeUnit: unit }) => {
      const text = nationalTime(time, unit);
      return text === null ? [] : [{ text, time, unit }];
    });
    const [first] = limits;
    if (first && limits.every(({ text }) => text === first.text)) {
      const amount = Number.isInteger(first.time) ? first.time : null;
      parts.timeLimit = {
        text: first.text,
        amount,
        unit: amount === null ? null : unitOf(first.unit),
        from: null,
      };
    } else if (first) parts.timeLimit = 'unknown';
  }
  if (said.fee) parts.fee = said.fee;
  return parts;
}

type Component = NonNullable<
  Exclude<NonNullable<NationalInput['executionCases']>, None>[number]['profileComponents']
>[number];

function paperOf(component: Component): Paper[] {
  const { name, originalQty, copyQty, quantityText, attachments, formFile } = component;
  if (name === null) return [];
  const quantities = [
    originalQty === null ? null : `Bản chính: ${originalQty}`,
    copyQty === null ? null : `bản sao: ${copyQty}`,
  ].filter(Boolean);
  const form = part(
    attachments,
    (files) => files.flatMap(({ fileName }) => fileName ?? []).join('; ') || undefined,
  );
  const copies = part(quantityText, (words) => words) ?? (quantities.join('; ') || 'unknown');
  return [{ name, form: form ?? 'unknown', copies, ...(formFile !== null && { formFile }) }];
}

function agenciesOf(said: NationalInput): Agencies {
  const agencies: Agencies = {
    executing: 'unknown',
    authority: 'unknown',
    delegated: 'unknown',
    coordinating: 'unknown',
    receiving: 'unknown',
  };
  for (const [role, key] of agencyKeys) {
    const told = said[key];
    const lines = typeof told === 'string' ? told.split(/\n+/).filter(Boolean) : namesOf(told);
    if (lines !== undefined) agencies[role] = lines;
  }
  return agencies;
}
