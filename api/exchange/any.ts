// Which of the three kinds a file is, and what it says.
import { isFullForm, readFullForm } from './full-read.ts';
import { cellRefusals, type Grid } from './grid.ts';
import { type ListReading, readList } from './list.ts';
import { readNational } from './national-read.ts';

/** A workbook's grids or a JSON text; `file` names it in sentences, `fields` are those of the content. */
export function readAny(file: string, content: string | Grid[], fields: readonly string[] = []): ListReading {
  if (typeof content === 'string') return { ...readNational(file, content), preamble: {}, isSample: false };
  if (isFullForm(content)) {
    const reading = readFullForm(content);
    const refusals = [...content.flatMap(cellRefusals), ...reading.refusals];
    return { ...reading, refusals, preamble: {}, isSample: false };
  }
  return readList(content, fields);
}
