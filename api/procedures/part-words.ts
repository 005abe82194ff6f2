// A part of a procedure as lines of Vietnamese words, for comparing two contents. Pure.
import {
  channelLabels,
  formWords,
  kindLabels,
  levelLabels,
  onlineLevelLabels,
  unpublishedLabel,
} from './labels.ts';
import { isNone, noneWords, type Part } from './part.ts';
import type { ProcedurePart } from './parts.ts';
import type { ProcedureFile } from './schema.ts';

type Content = Pick<ProcedureFile, ProcedurePart>;
type Writers = { [P in ProcedurePart]: (content: Content) => string[] };

/** The lines of a part; one line `Sở chưa công bố` where nobody knows, the source's words where there is none. */
export const partWords = (part: ProcedurePart, content: Content): string[] => writers[part](content);

function told<Value>(value: Part<Value>, write: (value: Value) => string[]): string[] {
  if (value === 'unknown') return [unpublishedLabel];
  return isNone(value) ? [noneWords(value)] : write(value as Value);
}
const joined = (...parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join('; ');

const writers: Writers = {
  name: ({ name }) => [name],
  field: ({ field }) => [field],
  levels: ({ levels }) => told(levels, (list) => list.map((level) => levelLabels[level])),
  kind: ({ kind }) => told(kind, (one) => [kindLabels[one]]),
  steps: ({ steps }) => told(steps, (list) => list),
  methods: ({ methods }) =>
    told(methods, (list) =>
      list.map(({ channel, text, time, fee }) =>
        joined(`${channelLabels[channel]}: ${text}`, time && `thời hạn ${time}`, fee && `phí ${fee}`),
      ),
    ),
  dossier: ({ dossier }) =>
    told(dossier, (cases) =>
      cases.flatMap(({ name, papers }) =>
        papers.map(({ name: paper, form, copies }) =>
          joined(
            name ? `${name}: ${paper}` : paper,
            known(form, (one) => formWords(one)),
            known(copies, (one) => one),
          ),
        ),
      ),
    ),
  sets: ({ sets }) => told(sets, (one) => [one]),
  timeLimit: ({ timeLimit }) =>
    told(timeLimit, ({ text, from }) => [from && !text.includes(from) ? `${text} ${from}` : text]),
  applicants: ({ applicants }) => told(applicants, (list) => list),
  agencies: ({ agencies: { executing, authority, delegated, coordinating, receiving } }) => [
    ...named('Cơ quan thực hiện', executing),
    ...named('Cơ quan có thẩm quyền', authority),
    ...named('Cơ quan được ủy quyền', delegated),
    ...named('Cơ quan phối hợp', coordinating),
    ...named('Nơi tiếp nhận hồ sơ', receiving),
  ],
  results: ({ results }) => told(results, (list) => list),
  conditions: ({ conditions }) => told(conditions, (text) => text.split('\n').filter(Boolean)),
  fee: ({ fee }) => told(fee, ({ text }) => [text]),
  legalBasis: ({ legalBasis }) =>
    told(legalBasis, (list) => list.map(({ number, title }) => [number, title].filter(Boolean).join(', '))),
  onlineLevel: ({ onlineLevel }) => [
    onlineLevel === 'unknown' ? unpublishedLabel : onlineLevelLabels[onlineLevel],
  ],
};

const known = <Value>(value: Part<Value>, write: (value: Value) => string) =>
  value === 'unknown' ? null : isNone(value) ? noneWords(value) : write(value as Value);
const named = (label: string, value: Part<string[]>) =>
  told(value, (list) => list).map((line) => `${label}: ${line}`);
