// Kinds of columns in the main worksheet of the full form: how each writes its cell and puts it back.
import type { levelLabels } from '../procedures/labels.ts';
import { isGiven, type Part } from '../procedures/part.ts';
import type { Agencies, ProcedureFile } from '../procedures/schema.ts';
import {
  dayCell,
  dayFrom,
  givenMark,
  isWrong,
  labelled,
  linesCell,
  linesFrom,
  partCell,
  partFrom,
  type Wrong,
} from './full-cells.ts';
import { agencyLabels } from './part-words.ts';

export type Cell = string | number;
/** What the columns read so far say: anything, until the schema has looked at it. */
export type Draft = { [key in keyof ProcedureFile]: unknown };

export type MainColumn = {
  heading: string;
  /** The part or fact whose column it is. */
  key: keyof ProcedureFile;
  /** Which fact of an object of facts, where columns stand for single ones. */
  fact?: string;
  width: number;
  centred?: boolean;
  choices?: readonly string[];
  /** A working note of the reviewer, left out of copies for the public. */
  internal?: true;
  cell: (file: ProcedureFile) => Cell;
  /** Puts the cell into the draft; a sentence where it cannot be read. */
  put: (draft: Draft, text: string, value: Cell) => Wrong | undefined;
};

export function settle(draft: Draft, key: keyof ProcedureFile, value: unknown): Wrong | undefined {
  if (isWrong(value)) return value;
  draft[key] = value;
  return undefined;
}

/** Sets one field of an object in the draft, without touching the object that was there. */
export function settleIn(
  draft: Draft,
  key: keyof ProcedureFile,
  field: string,
  value: unknown,
): Wrong | undefined {
  if (isWrong(value)) return value;
  draft[key] = { ...(draft[key] as object), [field]: value };
  return undefined;
}

export function plain(key: 'name' | 'field', heading: string, width: number): MainColumn {
  return { heading, key, width, cell: (file) => file[key], put: (draft, text) => settle(draft, key, text) };
}

export function nullable(
  key: 'code' | 'replacedBy',
  heading: string,
  width: number,
  cell: (file: ProcedureFile) => string | null,
  centred = false,
): MainColumn {
  return {
    heading,
    key,
    width,
    centred,
    cell: (file) => cell(file) ?? '',
    put: (draft, text) => settle(draft, key, text === '' ? null : text),
  };
}

export function day(key: 'effectiveFrom' | 'effectiveTo', heading: string): MainColumn {
  return {
    heading,
    key,
    width: 13,
    centred: true,
    cell: (file) => dayCell(file[key]),
    put: (draft, text) => settle(draft, key, dayFrom(text)),
  };
}

export function choice<Key extends 'status' | 'onlineLevel'>(
  key: Key,
  heading: string,
  width: number,
  of: Record<ProcedureFile[Key], string>,
): MainColumn {
  return {
    heading,
    key,
    width,
    choices: Object.values(of),
    cell: (file) => of[file[key]],
    put: (draft, text) => settle(draft, key, labelled(of, text)),
  };
}

export function labels(key: 'levels', heading: string, width: number, of: typeof levelLabels): MainColumn {
  return {
    heading,
    key,
    width,
    cell: (file) => partCell(file[key], (levels) => levels.map((level) => of[level]).join('\n')),
    put: (draft, text) => {
      const read = partFrom(text, (value) => linesFrom(value).map((line) => labelled(of, line)));
      return settle(draft, key, (Array.isArray(read) && read.find(isWrong)) || read);
    },
  };
}

export function words(key: 'sets' | 'conditions', heading: string, width: number): MainColumn {
  return {
    heading,
    key,
    width,
    cell: (file) => partCell(file[key], (text) => text),
    put: (draft, text) =>
      settle(
        draft,
        key,
        partFrom(text, (value) => value),
      ),
  };
}

export function lines(key: 'applicants' | 'results', heading: string, width: number): MainColumn {
  return {
    heading,
    key,
    width,
    cell: (file) => partCell(file[key], linesCell),
    put: (draft, text) => settle(draft, key, partFrom(text, linesFrom)),
  };
}

export function agency(role: keyof Agencies): MainColumn {
  return {
    heading: agencyLabels[role],
    key: 'agencies',
    fact: role,
    width: 28,
    cell: ({ agencies }) => partCell(agencies[role], linesCell),
    put: (draft, text) => settleIn(draft, 'agencies', role, partFrom(text, linesFrom)),
  };
}

/** `Có` where rows of the part's own worksheet hold it; the reader of rows settles what it comes to. */
export function rows(key: 'steps' | 'methods' | 'dossier' | 'legalBasis', heading: string): MainColumn {
  return {
    heading,
    key,
    width: 18,
    cell: (file) => partCell<unknown>(file[key], () => givenMark),
    put: (draft, text) =>
      settle(
        draft,
        key,
        partFrom<unknown>(text, () => givenMark),
      ),
  };
}

type Facts<Key extends 'timeLimit' | 'fee'> = Extract<ProcedureFile[Key], { text: string }>;

export function withText<Key extends 'timeLimit' | 'fee'>(
  key: Key,
  heading: string,
  width: number,
  more: {
    heading: string;
    field: keyof Facts<Key> & string;
    width: number;
    choices?: readonly string[];
    cell: (value: Facts<Key>) => Cell;
    from: (text: string, value: Cell) => unknown;
  }[],
): MainColumn[] {
  const blank = Object.fromEntries(more.map(({ field }) => [field, null]));
  const given = (file: ProcedureFile) =>
    isGiven(file[key] as Part<Facts<Key>>) ? (file[key] as Facts<Key>) : null;
  return [
    {
      heading,
      key,
      width,
      cell: (file) => partCell(file[key] as Part<Facts<Key>>, ({ text }) => text),
      put: (draft, text) =>
        settle(
          draft,
          key,
          partFrom<unknown>(text, (value) => ({ ...blank, text: value })),
        ),
    },
    ...more.map(({ heading: label, field, width: wide, choices, cell, from }): MainColumn => ({
      heading: label,
      key,
      width: wide,
      centred: true,
      choices,
      cell: (file) => {
        const value = given(file);
        return value === null ? '' : cell(value);
      },
      put: (draft, text, value) => {
        const read = from(text, value);
        if (isGiven(draft[key] as Part<Facts<Key>>)) return settleIn(draft, key, field, read);
        return read === null ? undefined : { wrong: `có giá trị nhưng cột “${heading}” không ghi nội dung.` };
      },
    })),
  ];
}
