// What the department publishes, read once from its folder and parsed; a wrong file stops the start with a sentence.
import { readCalendar } from '../calendar/load.ts';
import type { CalendarContent } from '../calendar/schema.ts';
import { fitContacts } from '../contacts/fit.ts';
import { readContacts } from '../contacts/load.ts';
import type { Contact } from '../contacts/schema.ts';
import { localDate } from '../dates/dates.ts';
import { readDeadlines } from '../deadlines/load.ts';
import type { Deadline } from '../deadlines/schema.ts';
import { readDecisions } from '../procedures/decisions/load.ts';
import type { Decision } from '../procedures/decisions/schema.ts';
import { disagreement } from '../documents/decided.ts';
import { fallenBases } from '../documents/fallen.ts';
import { bareProvince, type HeldBackDocument, sortOut } from '../documents/held-back.ts';
import { readDocuments } from '../documents/load.ts';
import type { LibraryDocument } from '../documents/schema.ts';
import { readDepartment } from '../department/load.ts';
import type { Department } from '../department/schema.ts';
import { readGuides, type StoredGuide } from '../guides/load.ts';
import { readPosts, type StoredPost } from '../news/load.ts';
import type { FiguresContent } from '../figures/content-schema.ts';
import { readFigures } from '../figures/load.ts';
import type { LettersContent } from '../letters/content-schema.ts';
import { readLetters } from '../letters/load.ts';
import { readEnglishNotices, readNotices } from '../notices/load.ts';
import type { Notices, SenderNotices } from '../notices/schema.ts';
import { readObligations } from '../obligations/load.ts';
import type { Obligations } from '../obligations/schema.ts';
import { readPosting } from '../posting/load.ts';
import type { Posting } from '../posting/schema.ts';
import type { FallenBasis } from '../procedures/fallen.ts';
import { proceduresOn, readStored } from '../procedures/load.ts';
import type { StoredProcedure } from '../procedures/on-day.ts';
import type { Procedure } from '../procedures/schema.ts';
import type { ReportForm } from '../reports/form-schema.ts';
import { readReportForms } from '../reports/load.ts';
import type { NoticeBoard } from '../sheets/content.ts';
import { readNoticeBoard } from '../sheets/load.ts';
import { readSurveys } from '../surveys/load.ts';
import type { Survey } from '../surveys/schema.ts';
import { readQuestions, type StoredQuestion } from '../qa/load.ts';
import { readPrivacy } from '../privacy/load.ts';
import type { PrivacyFront } from '../privacy/schema.ts';
import { readSignals } from '../signals/load.ts';
import type { SignalsContent } from '../signals/schema.ts';
import { readSearchRules } from '../search/load.ts';
import type { RulesSource } from '../search/rules.ts';
import { readUnits } from '../units/load.ts';
import type { Unit } from '../units/schema.ts';

export type Content = {
  department: Department;
  units: Unit[];
  /** The channels as they are published: without what nobody has verified. */
  contacts: Contact[];
  /** The channels as they are written down. */
  writtenContacts: Contact[];
  calendar: CalendarContent;
  deadlines: Deadline[];
  figures: FiguresContent;
  /** Types of documents, numbering and the templates that come along. */
  letters: LettersContent;
  notices: Notices;
  englishNotices: SenderNotices;
  /** The wording of the print sheets. */
  noticeBoard: NoticeBoard;
  /** Newest signing first. */
  decisions: Decision[];
  /** The report calendar. */
  obligations: Obligations;
  /** Where each decision must be posted, and until when. */
  posting: Posting;
  /** Keyed by `slug`: the national code where it is known, else a stable name. */
  procedures: Map<string, Procedure>;
  /** The forms of reports, keyed by id. */
  reports: Map<string, ReportForm>;
  /** The notice about personal data, newest version first. */
  privacy: PrivacyFront[];
  /** The library as it is published, newest first; keyed by `slug`. */
  documents: Map<string, LibraryDocument>;
  /** What of the library is not fit to be published yet, with the reason. */
  heldBackDocuments: HeldBackDocument[];
  /** The legal bases of procedures that no longer hold, by the procedure's slug. */
  fallenBases: Map<string, FallenBasis[]>;
  /** Keyed by the name of the file. */
  surveys: Map<string, Survey>;
  /** The files as they are and the contents they had before, of which `procedures` are made for a day. */
  stored: StoredProcedure[];
  searchRules: RulesSource;
  /** What is said of other bodies without a ground that was read. */
  unsureElsewhere: string[];
  /** The words by which a letter looks like a tố cáo or khiếu nại. */
  signals: SignalsContent;
  /** No drafts; posts whose day is still to come, or that nobody has approved, are among them. */
  posts: StoredPost[];
  guides: StoredGuide[];
  questions: StoredQuestion[];
};

/** Everything in a folder of content as it stands on the day (Việt Nam) of `now`. */
export async function loadContent(from: string, now: Date): Promise<Content> {
  const today = localDate(now);
  const [department, units, writtenContacts, calendar, deadlines, decisions] = await Promise.all([
    readDepartment(from),
    readUnits(from),
    readContacts(from),
    readCalendar(from),
    readDeadlines(from),
    readDecisions(from),
  ]);
  const [notices, noticeBoard, obligations, posting, stored, surveys, search, figures, reports] =
    await Promise.all([
      readNotices(from),
      readNoticeBoard(from),
      readObligations(from),
      readPosting(from),
      readStored(from, decisions),
      readSurveys(from),
      readSearchRules(from),
      readFigures(from),
      readReportForms(from),
    ]);
  const [posts, guides, questions, signals, privacy, letters] = await Promise.all([
    readPosts(from),
    readGuides(from),
    readQuestions(from),
    readSignals(from),
    readPrivacy(from),
    readLetters(from),
  ]);
  const procedures = proceduresOn(stored, decisions, today);
  checkUnits(procedures, units);
  checkWishes(procedures, search.searchRules);
  const library = await readDocuments(from, procedures.values(), today);
  checkDecisions(decisions, library);
  const { published, heldBack } = sortOut(library, bareProvince(department.province));
  return {
    department,
    units,
    contacts: fitContacts(writtenContacts),
    writtenContacts,
    calendar,
    deadlines,
    figures,
    decisions,
    letters,
    notices,
    englishNotices: await readEnglishNotices(from, notices),
    noticeBoard,
    obligations,
    posting,
    stored,
    procedures,
    surveys,
    reports,
    documents: new Map(published.map((document) => [document.slug, document])),
    heldBackDocuments: heldBack,
    fallenBases: fallenBases(library, today),
    ...search,
    signals,
    posts,
    guides,
    questions,
    privacy,
  };
}

/** A decision that is in the library too is told once: by the same issuer, of the same days. */
function checkDecisions(decisions: readonly Decision[], documents: readonly LibraryDocument[]): void {
  const [first] = disagreement(decisions, documents);
  if (first) throw new Error(first);
}

function checkWishes(procedures: Content['procedures'], { wishes = [] }: RulesSource): void {
  const stray = wishes.find(({ procedure }) => !procedures.has(procedure));
  if (stray)
    throw new Error(
      `content/search/synonyms.yaml chưa đúng: wishes nêu thủ tục ${stray.procedure}, không có tệp nào tên như vậy.`,
    );
}

function checkUnits(procedures: Content['procedures'], units: readonly Unit[]): void {
  for (const { slug, unit } of procedures.values())
    if (unit !== undefined && !units.some(({ code }) => code === unit))
      throw new Error(
        `content/procedures/${slug}.yaml chưa đúng: đơn vị (unit) ${unit} không có trong content/units.yaml.`,
      );
}
