// A part's content in lines of words, for comparing by eye.
import {
  channelLabels,
  kindLabels,
  levelLabels,
  onlineLevelLabels,
  unknownLabel,
} from '../procedures/labels.ts';
import { isNone, type Part } from '../procedures/part.ts';
import { partLabels, type ProcedurePart } from '../procedures/parts.ts';
import type { Agencies, ProcedureFile } from '../procedures/schema.ts';

export const agencyLabels: Record<keyof Agencies, string> = {
  executing: 'Cơ quan thực hiện',
  authority: 'Cơ quan có thẩm quyền',
  delegated: 'Cơ quan được ủy quyền',
  coordinating: 'Cơ quan phối hợp',
  receiving: 'Địa chỉ tiếp nhận hồ sơ',
};

const otherLabels: Partial<Record<keyof ProcedureFile, string>> = {
  code: 'Mã thủ tục',
  unit: 'Đơn vị phụ trách',
  status: 'Trạng thái',
  effectiveFrom: 'Có hiệu lực từ',
  effectiveTo: 'Hiệu lực đến hết',
  replacedBy: 'Bị thay thế bởi',
  review: 'Rà soát',
  decisions: 'Quyết định công bố',
  related: 'Thủ tục liên quan',
  provenance: 'Nguồn',
};

const isPart = (key: string): key is ProcedurePart => key in partLabels;

/** The Vietnamese name of a key of a procedure's file. */
export const keyLabel = (key: unknown): string =>
  isPart(String(key))
    ? partLabels[String(key) as ProcedurePart]
    : (otherLabels[key as keyof ProcedureFile] ?? String(key));

/** Never empty: what is unknown says so, what the source says is none stands in its words. */
export function partWords(file: ProcedureFile, part: ProcedurePart): string[] {
  const { timeLimit, fee } = file;
  switch (part) {
    case 'name':
    case 'field':
      return [file[part]];
    case 'onlineLevel':
      return [onlineLevelLabels[file.onlineLevel]];
    case 'levels':
      return threeWay(file.levels, (levels) => levels.map((level) => levelLabels[level]));
    case 'kind':
      return threeWay(file.kind, (kind) => [kindLabels[kind]]);
    case 'steps':
    case 'applicants':
    case 'results':
      return threeWay(file[part], (lines) => lines);
    case 'sets':
    case 'conditions':
      return threeWay(file[part], (text) => [text]);
    case 'timeLimit':
      return threeWay(timeLimit, ({ text, amount }) => [amount === null ? `${text} (không tách số)` : text]);
    case 'fee':
      return threeWay(fee, ({ text }) => [text]);
    case 'methods':
      return threeWay(file.methods, (methods) =>
        methods.map(({ channel, text, time, fee: cost }) =>
          [`${channelLabels[channel]}: ${text}`, time, cost].filter(Boolean).join(' | '),
        ),
      );
    case 'dossier':
      return threeWay(file.dossier, (cases) =>
        cases.flatMap(({ name, papers }) =>
          papers.map(
            (paper) =>
              `${name ? `${name}: ` : ''}${paper.name}${extras(paper.form, paper.copies, paper.formFile ?? 'unknown')}`,
          ),
        ),
      );
    case 'agencies':
      return (Object.keys(agencyLabels) as (keyof Agencies)[]).flatMap((role) =>
        threeWay(file.agencies[role], (lines) => lines).map((line) => `${agencyLabels[role]}: ${line}`),
      );
    case 'legalBasis':
      return threeWay(file.legalBasis, (bases) =>
        bases.map(({ number, title }) => [number, title].filter(Boolean).join(' - ')),
      );
  }
}

function threeWay<Value>(part: Part<Value>, words: (value: Value) => string[]): string[] {
  if (part === 'unknown') return [unknownLabel];
  return isNone(part) ? [`Không có (nguồn ghi: ${part.none})`] : words(part);
}
const extras = (...parts: Part<string>[]) => {
  const said = parts.filter((part) => part !== 'unknown').map((part) => (isNone(part) ? part.none : part));
  return said.length > 0 ? ` (${said.join('; ')})` : '';
};
