// Four times as long a text may cost four times as much, never sixteen: nobody stops the process with what they type.
import { describe, expect, test } from 'vitest';
import { networksOf } from '../../api/allowances/networks.ts';
import { tidyName } from '../../api/attachments/name.ts';
import { UploadToken } from '../../api/attachments/upload.ts';
import { CaseKey } from '../../api/cases/case-key.ts';
import { IdempotencyKey } from '../../api/cases/intake/idempotency.ts';
import { findPersonalData } from '../../api/cases/privacy/masking.ts';
import { SubmitCase } from '../../api/cases/intake/intake-schema.ts';
import { RateCase } from '../../api/cases/schema.ts';
import { readSecret } from '../../api/cases/tools/secret.ts';
import { SenderStep } from '../../api/cases/sender/sender-schema.ts';
import { normaliseNumber } from '../../api/documents/number.ts';
import { isHost, parseTarget } from '../../api/doors/target.ts';
import { countIn } from '../../api/dossiers/counts.ts';
import { periodIn } from '../../api/dossiers/period.ts';
import { fieldErrors, line, paragraphs, visible } from '../../api/forms/validation.ts';
import { pageOf } from '../../api/page-ratings/page.ts';
import { legalBasisOf } from '../../api/exchange/basis-words.ts';
import { feeOf } from '../../api/exchange/fee-words.ts';
import { cellText } from '../../api/exchange/grid.ts';
import { headingOf, preambleOf } from '../../api/exchange/list-headings.ts';
import { incomingOf } from '../../api/exchange/list-row.ts';
import { onlineLevelOf, placesOf } from '../../api/exchange/place-words.ts';
import { plainText } from '../../api/exchange/plain-text.ts';
import { timeLimitOf } from '../../api/exchange/time-words.ts';
import { nationalCode, sameText } from '../../api/exchange/words.ts';
import { readReceipt } from '../../api/receipts/receipt.ts';
import { VerifyReceipt } from '../../api/receipts/schema.ts';
import { askedCode } from '../../api/search/codes.ts';
import { missOf } from '../../api/search/misses.ts';
import { SearchQuery } from '../../api/search/schema.ts';
import { tidyQuery } from '../../api/search/understand.ts';
import { AskSimilar } from '../../api/similar/schema.ts';
import { runsOf } from '../../api/similar/words.ts';
import { tidyCell } from '../../api/spreadsheets/tidy.ts';
import { SignIn, TotpCode } from '../../api/staff/schema.ts';
import { Subscribe } from '../../api/subscriptions/schema.ts';
import { AnswerRound } from '../../api/surveys/answer-schema.ts';
import { findBareNames } from '../../api/surveys/bare-names.ts';
import { readCaseNumber } from '../../api/text/case-number.ts';
import { readEmail } from '../../api/text/email.ts';
import { foldWithPlaces, soundOf, splitWords } from '../../api/text/folding.ts';
import { readPhone } from '../../api/text/phone.ts';
import { plainLine } from '../../api/text/signs.ts';
import { returnPath } from '../../site/lib/form/return-path.ts';

/** What slows patterns down: one piece over and over, with an end that does not fit. */
const pieces = [
  ' ', '\n', ' \n', 'a', 'Ă', '1', '.', '-', '/', '@', '<', '&#', 'a.', 'A ', '1 ', '1.', 'a@', '<p ', '<!--', '{',
  '\u0301', '\u200b', '\ud800', 'Nguyễn Văn ', 'số ', 'thôn ', 'hẻm 1/', 'tài khoản ', 'sinh ngày 1/', ' [at] ',
  'tthc ', 'thay thế ', 'trong thời hạn ', 'tối đa không quá ', 'quyết định số 1 ',
]; // prettier-ignore
const pumped = (piece: string, length: number) => `${piece.repeat(Math.ceil(length / piece.length))}!`;

type Take = (text: string) => unknown;
const asked =
  (schema: { safeParse(value: unknown): { error?: unknown } }, name?: string): Take =>
  (text) => {
    const { error } = schema.safeParse(name === undefined ? text : { [name]: text });
    if (error) fieldErrors(error as Parameters<typeof fieldErrors>[0]);
  };

/** What takes a text as it comes, however long. */
const takers: Record<string, Take> = {
  tidyName: (text) => tidyName(text, 'png'),
  visible,
  line: asked(line({ max: 20_000, missing: 'Cần.' })),
  paragraphs: asked(paragraphs({ max: 20_000, missing: 'Cần.' })),
  UploadToken: asked(UploadToken),
  IdempotencyKey: asked(IdempotencyKey, 'idempotency-key'),
  CaseKey: (text) => asked(CaseKey)({ number: text, secret: text } as never),
  SubmitCase: (text) =>
    asked(SubmitCase)({
      [text]: 1,
      body: text,
      name: text,
      address: text,
      phone: text,
      email: text,
    } as never),
  RateCase: asked(RateCase, 'comment'),
  SenderStep: (text) => asked(SenderStep)({ step: 'remark', text } as never),
  VerifyReceipt: asked(VerifyReceipt, 'text'),
  SearchQuery: (text) => asked(SearchQuery)({ q: text, field: text } as never),
  AskSimilar: asked(AskSimilar, 'body'),
  SignIn: asked(SignIn, 'email'),
  TotpCode: asked(TotpCode, 'code'),
  Subscribe: asked(Subscribe, 'email'),
  AnswerRound: (text) =>
    asked(AnswerRound)({ token: { kind: 'receipt', number: text }, answers: { A1: text } } as never),
  readPhone,
  readEmail,
  readCaseNumber,
  readSecret,
  readReceipt,
  normaliseNumber,
  pageOf,
  missOf,
  askedCode: (text) => askedCode(tidyQuery(text)),
  plainLine,
  foldWithPlaces,
  soundOf,
  splitWords,
  networksOf,
  parseTarget: (text) => parseTarget(`/${text}`),
  isHost,
  returnPath,
};
/** Cells of an office file hold 32,767 characters at most. */
const ofCells: Record<string, Take> = {
  tidyCell,
  cellText: (text) => cellText({ rows: [[text]] } as never, 0, 0),
  'a row of a list': (text) =>
    incomingOf(
      {
        worksheet: 'Danh mục',
        row: 1,
        header: { columns: new Map() } as never,
        over: { op: 'replace' },
        values: new Map([
          ['note', text],
          ['name', text],
          ['code', text],
        ] as const),
        wrong: [],
      },
      { refusals: [], cautions: [], incoming: [] } as never,
    ),
  headingOf: (text) => headingOf(text),
  preambleOf: (text) => preambleOf([text, `Quyết định số 1${text}`]),
  legalBasisOf: (text) => legalBasisOf(text, []),
  feeOf,
  placesOf,
  onlineLevelOf,
  timeLimitOf,
  nationalCode,
  sameText: (text) => sameText(text, `${text}.`),
  plainText: (text) => plainText(`<b>x</b>${text}`),
  countIn,
  periodIn,
};
/** Letters hold ten thousand characters at most. */
const ofLetters: Record<string, Take> = {
  'personal data': (text) =>
    findPersonalData(text, { name: 'Nguyễn Văn An', phone: '0900000000', email: 'an@thu.example' }),
  'bare names': findBareNames,
  'runs of words': (text) => runsOf(text),
};

// Less processor time than this is not felt, and not measured well.
const quiet = 25;
function milliseconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
/** The best of three: another process on the same core is no fault of the text. */
const least = (work: () => unknown) => Math.min(...[1, 2, 3].map(() => milliseconds(work)));

/** The pieces of which four times as many cost more than ten times as much: twice as many, then as many again. */
function steep(take: Take, length: number): string[] {
  return pieces.flatMap((piece) => {
    const cost = (times: number) => least(() => take(pumped(piece, length * times)));
    if (milliseconds(() => take(pumped(piece, length * 2))) < quiet / 4) {
      if (milliseconds(() => take(pumped(piece, length * 4))) < quiet) return [];
    }
    const [one, two, four] = [cost(1), cost(2), cost(4)];
    const isSteep = four > quiet && four > 10 * one && four > 2.8 * two;
    return isSteep ? [`${JSON.stringify(piece)}: ${one} / ${two} / ${four} ms`] : [];
  });
}

describe('four times the text never costs ten times as much', () => {
  test.each(Object.entries(takers))('%s', (_name, take) => expect(steep(take, 5_000)).toEqual([]));
  test.each(Object.entries(ofCells))('%s', (_name, take) => expect(steep(take, 8_000)).toEqual([]));
  test.each(Object.entries(ofLetters))('%s', (_name, take) => expect(steep(take, 2_500)).toEqual([]));
});

describe('what is far too long', () => {
  test('a file name of sixty thousand characters is cut before it is read', () => {
    expect(tidyName(`${'a.'.repeat(30_000)}png`, 'png')).toHaveLength(84);
    expect(tidyName(`${'x'.repeat(70_000)}/b\u1ea3n ch\u1ee5p.JPG.exe .png`, 'png')).toBe(
      'b\u1ea3n ch\u1ee5p.png',
    );
  });

  test('an e-mail of fifty-eight thousand characters is refused by its field, once', () => {
    const { error } = SubmitCase.safeParse({
      contentCode: 'procedure',
      body: 'Quầy số 2 đóng cửa cả buổi sáng thứ Hai.',
      kind: 'person',
      name: 'Nguyễn Văn An',
      address: 'Thôn Thử, xã Thử',
      email: `a@${'a.'.repeat(29_000)}`,
      readPrivacyNotice: true,
    });
    const told = error ? fieldErrors(error).filter(({ pointer }) => pointer === '/email') : [];
    expect(told).toHaveLength(1);
  });
});
