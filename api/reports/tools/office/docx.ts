// A report as a DOCX in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, Times New Roman 13-14, its margins and head.
import type { Paragraph } from 'docx';
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeightRule,
  Packer,
  PageNumber,
  PageOrientation,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type ISectionOptions,
} from 'docx';
import { box, centred, font, lineBelow, margin, page, para, plainTable, run, twips } from './word.ts';
import {
  cellText,
  headGrid,
  placeAndDay,
  type Cell,
  type ReportBlock,
  type ReportDocument,
  type ReportTable,
} from '../../document.ts';

/** The finished file. */
export async function reportDocx(report: ReportDocument): Promise<Buffer> {
  const document = new Document({
    creator: report.letterhead.department,
    title: [report.kind, report.subject].filter(Boolean).join(' '),
    styles: { default: { document: { run: { font, size: 28 } } } },
    sections: [sectionOf(report)],
  });
  return await Packer.toBuffer(document);
}

function sectionOf(report: ReportDocument): ISectionOptions {
  const { isLandscape, foot } = report;
  const numbered = centred([new TextRun({ children: [PageNumber.CURRENT], font, size: 26 })]);
  const named = () => new Footer({ children: [para([run(foot, { size: 9, italics: true })])] });
  return {
    properties: {
      titlePage: true,
      page: {
        size: {
          ...page,
          orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { ...margin, header: twips(10), footer: twips(8) },
      },
    },
    // The number stands top centre, from the second page on.
    headers: { first: new Header({ children: [] }), default: new Header({ children: [numbered] }) },
    footers: { first: named(), default: named() },
    children: [
      ...cautionOf(report),
      headOf(report),
      ...titleOf(report),
      ...report.blocks.flatMap((block, index) =>
        blockOf(block, { width: widthOf(report), isLast: index >= report.blocks.length - 2 }),
      ),
      para([run('', { size: 6 })], { keepNext: true, spacing: { before: 60, after: 0 } }),
      endOf(report),
    ],
  };
}

const widthOf = ({ isLandscape }: ReportDocument) =>
  (isLandscape ? page.height : page.width) - margin.left - margin.right;

const cautionOf = ({ caution }: ReportDocument): Paragraph[] =>
  caution === null
    ? []
    : [
        centred([run(caution, { size: 12, bold: true })], {
          border: box,
          spacing: { before: 0, after: 120 },
        }),
      ];

function headOf(report: ReportDocument): Table {
  const { letterhead } = report;
  const width = widthOf(report);
  const left = Math.round(width * 0.4);
  const right = width - left;
  return plainTable(
    [left, right],
    [
      [
        centred([run(letterhead.parent, { size: 12, allCaps: true })]),
        centred([run(letterhead.department, { size: 12, bold: true, allCaps: true })]),
        lineBelow(Math.round(left * 0.33)),
        centred([run(letterhead.number, { size: 13 })], { spacing: { before: 60, after: 0 } }),
      ],
      [
        // 12 and 13 points: at 13 and 14 the name of the state would take two lines on an upright page.
        centred([run('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 12, bold: true })]),
        centred([run('Độc lập - Tự do - Hạnh phúc', { size: 13, bold: true })]),
        lineBelow(Math.max(0, Math.round((right - twips(57)) / 2))),
        centred([run(placeAndDay(letterhead), { size: 13, italics: true })], {
          spacing: { before: 60, after: 0 },
        }),
      ],
    ],
  );
}

function titleOf(report: ReportDocument): Paragraph[] {
  const { kind, subject, period } = report;
  return [
    ...(kind === null
      ? [centred([run(subject, { bold: true, allCaps: true })], { spacing: { before: 240, after: 0 } })]
      : [
          centred([run(kind, { bold: true, allCaps: true })], { spacing: { before: 240, after: 0 } }),
          centred([run(subject, { bold: true })]),
        ]),
    centred([run(period, { italics: true, size: 13 })]),
    lineBelow(Math.round(widthOf(report) * 0.4)),
    para([], { spacing: { before: 0, after: 60 } }),
  ];
}

/** The last texts stay with the signature: it never stands alone on a page. */
function blockOf(
  block: ReportBlock,
  { width, isLast }: { width: number; isLast: boolean },
): (Paragraph | Table)[] {
  if (block.kind === 'heading')
    return [para([run(block.text, { bold: true })], { keepNext: true, spacing: { before: 180, after: 80 } })];
  if (block.kind === 'text') return [bodyText(block.text, block.isNote ? 12 : 14, isLast)];
  return [
    ...(block.caption
      ? [
          centred([run(block.caption, { italics: true, size: 13 })], {
            keepNext: true,
            spacing: { before: 80, after: 60 },
          }),
        ]
      : []),
    tableOf(block, width),
    para(block.note ? [run(block.note, { size: 12, italics: true })] : [run('', { size: 6 })], {
      spacing: { before: 40, after: 40 },
    }),
  ];
}

/** Justified, first line drawn in by 1 cm. */
const bodyText = (text: string, size: number, keepNext: boolean): Paragraph =>
  para([run(text, { size })], {
    keepNext,
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: twips(10) },
    spacing: size < 14 ? { before: 20, after: 20 } : { before: 60, after: 60 },
  });

function tableOf(table: ReportTable, width: number): Table {
  const shares = table.widths.reduce((sum, share) => sum + share, 0);
  const widths = table.widths.map((share) => Math.floor((share / shares) * width));
  const isOfWords = table.total === null;
  const size = table.widths.length > 12 && isOfWords ? 8.5 : table.widths.length > 9 ? 10 : 12;
  const rows = [...table.rows, ...(table.total ? [table.total] : [])];
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: 50, right: 50, top: 20, bottom: 20 },
    rows: [
      ...headRows(table, size),
      ...rows.map(
        (row, index) =>
          new TableRow({
            cantSplit: true,
            children: row.map((cell) => bodyCell(cell, size, index === table.rows.length)),
          }),
      ),
    ],
  });
}

const headRows = (table: ReportTable, size: number): TableRow[] =>
  table.head.map(
    (_, line) =>
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        height: { value: 240, rule: HeightRule.ATLEAST },
        children: headGrid(table)
          .filter((placed) => placed.line === line)
          .map(
            ({ cell }) =>
              new TableCell({
                columnSpan: cell.columns ?? 1,
                rowSpan: cell.rows ?? 1,
                borders: box,
                verticalAlign: VerticalAlignTable.CENTER,
                children: [centred([run(cell.text, { size, bold: !cell.text.startsWith('(') })])],
              }),
          ),
      }),
  );

function bodyCell(cell: Cell, size: number, isTotal: boolean): TableCell {
  const isNumber = typeof cell.value === 'number';
  return new TableCell({
    borders: box,
    children: cellText(cell)
      .split('\n')
      .map((line) =>
        para([run(line, { size, bold: isTotal })], {
          alignment: isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
        }),
      ),
  });
}

function endOf(report: ReportDocument): Table {
  const { recipients, signer } = report;
  const width = widthOf(report);
  const half = Math.round(width / 2);
  return plainTable(
    [half, width - half],
    [
      [
        para([run('Nơi nhận:', { size: 12, bold: true, italics: true })]),
        ...recipients.map((recipient, index) =>
          para([run(`- ${recipient}${index === recipients.length - 1 ? '.' : ';'}`, { size: 11 })]),
        ),
      ],
      [
        centred([run(signer, { size: 14, bold: true, allCaps: true })]),
        para([]),
        para([]),
        para([]),
        para([]),
      ],
    ],
  );
}
