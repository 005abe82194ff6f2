// Files made for tests on the spot: archives byte by byte, photographs with a place in them, a small PDF.
import zlib from 'node:zlib';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';

type Entry = {
  name: string;
  text: string;
  /** What the table claims instead of the truth. */ claims?: number;
};

/** A ZIP archive (APPNOTE 6.3) of some entries, deflated. */
export function zip(entries: Entry[], { encrypted = false } = {}): Buffer {
  const parts: Buffer[] = [];
  const table: Buffer[] = [];
  let at = 0;
  for (const { name, text, claims } of entries) {
    const [plain, label] = [Buffer.from(text), Buffer.from(name)];
    const packed = zlib.deflateRawSync(plain);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(encrypted ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(zlib.crc32(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claims ?? plain.length, 18);
    common.writeUInt16LE(label.length, 22);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), common, label, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    table.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, label);
    at += 30 + label.length + packed.length;
  }
  const directory = Buffer.concat(table);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}

const mainTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  docm: 'application/vnd.ms-word.document.macroEnabled.main+xml',
};
const contentTypes = (type: string) =>
  `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="${type}"/></Types>`;

/** The parts that every Word or Excel file has. */
export const officeParts = (kind: keyof typeof mainTypes): Entry[] => [
  { name: '[Content_Types].xml', text: contentTypes(mainTypes[kind]) },
  { name: '_rels/.rels', text: '<Relationships/>' },
  { name: 'main.xml', text: '<document/>' },
];
export const office = (kind: keyof typeof mainTypes, more: Entry[] = []) =>
  zip([...officeParts(kind), ...more]);

export const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** A PDF of two pages with a script that runs when it is opened. */
export function twoPages(): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4' });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const whole = new Promise<Buffer>((done) => document.on('end', () => done(Buffer.concat(parts))));
  document.fontSize(40).text('Trang 1').addPage().text('Trang 2');
  document.ref({ S: 'JavaScript', JS: new String('app.alert(1)') }).end('');
  document.end();
  return whole;
}

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#a43' } });

/** A lying photograph 60 wide and 40 high, to be turned upright, with a camera, a person and a place in its EXIF. */
export const photograph = () =>
  plain(60, 40)
    .withExif({
      IFD0: { Make: 'MayAnhThu', Artist: 'Người Thử Nghiệm', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '15/1 7/1 1234/100', GPSLongitudeRef: 'E' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

export const picture = (kind: 'jpeg' | 'png' | 'webp', width = 20, height = 10) =>
  plain(width, height).toFormat(kind).toBuffer();

/** A JPEG of exactly so many bytes: what follows the picture is what a polyglot hides. */
export async function paddedJpeg(bytes: number): Promise<Buffer> {
  const small = await picture('jpeg');
  return Buffer.concat([small, Buffer.alloc(bytes - small.length, 'x')]);
}

/** The head of an iPhone photograph, whose picture no free decoder here opens. */
export const heic = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'),
  Buffer.alloc(200, 7),
]);
