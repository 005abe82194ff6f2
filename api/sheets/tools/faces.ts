// The typeface of the print sheets: each face is read once, and its tables serve all further sheets.
import fs from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type PDFDocument from 'pdfkit';
// @ts-expect-error: it brings no types; pdfkit takes what it makes as a font.
import { create } from 'fontkit';

const files = {
  regular: '400Regular/BeVietnamPro_400Regular.ttf',
  italic: '400Regular_Italic/BeVietnamPro_400Regular_Italic.ttf',
  strong: '600SemiBold/BeVietnamPro_600SemiBold.ttf',
  bold: '700Bold/BeVietnamPro_700Bold.ttf',
};

type Doc = InstanceType<typeof PDFDocument>;
type Face = Parameters<Doc['registerFont']>[1];

let read: Promise<[name: string, face: Face][]> | undefined;

/** Lets a document use the faces by their names: regular, italic, strong, bold. */
export async function registerFaces(doc: Doc): Promise<void> {
  read ??= Promise.all(
    Object.entries(files).map(async ([name, file]) => {
      const address = import.meta.resolve(`@expo-google-fonts/be-vietnam-pro/${file}`);
      return [name, create(await fs.readFile(fileURLToPath(address))) as Face] as [string, Face];
    }),
  );
  for (const [name, face] of await read) doc.registerFont(name, face);
}
