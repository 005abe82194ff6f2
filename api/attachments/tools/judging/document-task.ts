// Confined work: a PDF, Word or Excel file judged by what it holds.
import { readZip } from '../../../archives/zip.ts';
import type { Finding } from '../../findings.ts';
import { findOoxml } from '../../ooxml.ts';
import { findInOffice } from './active-office.ts';
import { findInPdf } from './active-pdf.ts';

export type JudgedDocument = { kind: 'pdf' | 'docx' | 'xlsx'; findings: Finding[] } | { refused: string };

export async function task(bytes: Uint8Array): Promise<JudgedDocument> {
  const file = Buffer.from(bytes);
  if (file.subarray(0, 5).toString('latin1') === '%PDF-') return { kind: 'pdf', findings: findInPdf(file) };
  const finding = findOoxml(file);
  if ('refused' in finding) return finding;
  return { kind: finding.kind, findings: findInOffice(file, readZip(file) ?? []) };
}
