// All tables of the database, gathered from the features that own them.
import type { AllowanceTables } from '../allowances/tables.ts';
import type { AtRestTables } from '../at-rest/tables.ts';
import type { AttachmentTables } from '../attachments/tables.ts';
import type { BatchTables } from '../batches/tables.ts';
import type { CalendarTables } from '../calendar/tables.ts';
import type { CaseTables } from '../cases/tables.ts';
import type { DeskTables } from '../desk/tables.ts';
import type { DossierTables } from '../dossiers/tables.ts';
import type { DraftTables } from '../drafts/tables.ts';
import type { FigureTables } from '../figures/tables.ts';
import type { LedgerTables } from '../ledger/tables.ts';
import type { HandoverTables } from '../handovers/tables.ts';
import type { LetterTables } from '../letters/tables.ts';
import type { NotifyTables } from '../notify/tables.ts';
import type { ObligationTables } from '../obligations/tables.ts';
import type { OfficerDraftTables } from '../officer-drafts/tables.ts';
import type { OfficerMailTables } from '../officer-mail/tables.ts';
import type { PageRatingTables } from '../page-ratings/tables.ts';
import type { PostingTables } from '../posting/tables.ts';
import type { PublishingTables } from '../publishing/tables.ts';
import type { ReportTables } from '../reports/tables.ts';
import type { RequestTables } from '../requests/tables.ts';
import type { SearchTables } from '../search/tables.ts';
import type { StaffTables } from '../staff/tables.ts';
import type { SurveyTables } from '../surveys/tables.ts';
import type { SubscriptionTables } from '../subscriptions/tables.ts';

export type Tables = AllowanceTables &
  AtRestTables &
  AttachmentTables &
  BatchTables &
  CalendarTables &
  CaseTables &
  DeskTables &
  DossierTables &
  DraftTables &
  FigureTables &
  LedgerTables &
  HandoverTables &
  LetterTables &
  NotifyTables &
  ObligationTables &
  OfficerDraftTables &
  OfficerMailTables &
  PageRatingTables &
  PostingTables &
  PublishingTables &
  ReportTables &
  RequestTables &
  SearchTables &
  StaffTables &
  SubscriptionTables &
  SurveyTables;
