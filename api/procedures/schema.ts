// One administrative procedure as the department publishes it: the file in content/procedures and what the API shows of it.
// Parts and their order follow Điều 8 khoản 2 Nghị định 63/2010/NĐ-CP (amended by 92/2017/NĐ-CP) and the national database.
import { z } from 'zod';
import { Day, Text } from '../text/published.ts';
import { part } from './part.ts';
import { ProcedurePart } from './parts.ts';

export const Status = z.enum(['in-force', 'not-yet-in-force', 'replaced', 'repealed', 'needs-review']);
export type Status = z.infer<typeof Status>;

export const OnlineLevel = z.enum(['full', 'partial', 'none', 'unknown']);
export type OnlineLevel = z.infer<typeof OnlineLevel>;

export const Channel = z.enum(['in-person', 'online', 'postal']);
export type Channel = z.infer<typeof Channel>;

export const Level = z.enum(['ministry', 'province', 'commune', 'other']);
export type Level = z.infer<typeof Level>;

export const Kind = z.enum(['not-delegated', 'delegated', 'specific', 'internal']);
export type Kind = z.infer<typeof Kind>;

export const TimeUnit = z.enum(['working-days', 'calendar-days', 'months', 'hours']);
export type TimeUnit = z.infer<typeof TimeUnit>;

/** One way to lodge the dossier; its own time and fee only where they differ from those of the procedure. */
export const Method = z.strictObject({
  channel: Channel,
  text: Text,
  time: Text.nullable().default(null),
  fee: Text.nullable().default(null),
});
export type Method = z.infer<typeof Method>;

/** `formFile` is where the form itself can be downloaded; left out while nobody has given the file. */
export const Paper = z.strictObject({
  name: Text,
  form: part(Text).default('unknown'),
  formFile: Text.regex(/^(\/|https?:\/\/)\S+$/, 'Ghi đường dẫn tới tệp mẫu.').optional(),
  copies: part(Text).default('unknown'),
});
export type Paper = z.infer<typeof Paper>;

/** Papers of one situation; `name` is null where the same papers serve everybody. */
export const DossierCase = z.strictObject({ name: Text.nullable(), papers: z.array(Paper).min(1) });
export type DossierCase = z.infer<typeof DossierCase>;

/** `amount` in `unit` (months stay months); null where the text holds several periods or none in figures. */
export const TimeLimit = z
  .strictObject({
    text: Text,
    amount: z.int().positive().nullable(),
    unit: TimeUnit.nullable(),
    from: Text.nullable(),
  })
  .refine((limit) => limit.amount === null || limit.unit !== null, 'Có số thì phải có đơn vị (unit).');
export type TimeLimit = z.infer<typeof TimeLimit>;

export const Fee = z.strictObject({ text: Text, amountVnd: z.int().nonnegative().nullable() });
export type Fee = z.infer<typeof Fee>;

export const LegalBasis = z
  .strictObject({ number: Text.nullable(), title: Text.nullable() })
  .refine((basis) => basis.number ?? basis.title, 'Cần số ký hiệu hoặc tên văn bản.');

/** A decision that published the procedure. */
export const Decision = z.strictObject({
  number: Text,
  signedOn: Day.nullable(),
  authority: Text,
  note: Text.nullable(),
});
export type Decision = z.infer<typeof Decision>;

const Agencies = z.strictObject({
  executing: part(z.array(Text).min(1)),
  authority: part(z.array(Text).min(1)),
  delegated: part(z.array(Text).min(1)),
  coordinating: part(z.array(Text).min(1)),
  receiving: part(z.array(Text).min(1)),
});
export type Agencies = z.infer<typeof Agencies>;

/** `ministry` and `province` are the decisions in force here; `seenIn` are other places', kept as provenance. */
const Decisions = z.strictObject({
  ministry: Decision.nullable(),
  province: Decision.nullable(),
  seenIn: z.array(Decision),
});

export const Review = z
  .strictObject({ state: z.enum(['needs-review', 'confirmed']), on: Day.nullable(), by: Text.nullable() })
  .refine(
    (review) => review.state !== 'confirmed' || (review.on && review.by),
    'Đã rà soát thì phải có ngày và người.',
  );
export type Review = z.infer<typeof Review>;

const Address = Text.regex(/^https?:\/\//, 'Cần một địa chỉ bắt đầu bằng http:// hoặc https://.');

/** Pages from which parts were read, each with its own words; `partly`: an excerpt that may have been cut. */
const Readings = z.strictObject({
  sure: z.enum(['read', 'partly']),
  parts: z.array(ProcedurePart).min(1),
  pages: z
    .array(
      z.strictObject({
        url: Address.nullable(),
        province: Text.nullable(),
        /** When the page said so, in its reader's words. */
        asOf: Text.nullable(),
        decision: Text.nullable(),
        quote: Text,
      }),
    )
    .min(1),
});

/**
 * What a citizen must know before using the content, and where that is written. `isFormer`: the content follows rules
 * that others have taken the place of. `see`: the procedure by which the same is done now.
 */
export const Caution = z.strictObject({
  text: Text,
  source: Text,
  isFormer: z.boolean(),
  see: z
    .string()
    .regex(/^[a-z0-9.-]{1,80}$/)
    .optional(),
});
export type Caution = z.infer<typeof Caution>;

const PublicProvenance = z.strictObject({
  confidence: z.enum(['source', 'general-knowledge']),
  era: z.enum(['from-2025', 'before-2025-or-unknown']).nullable(),
  obsolete: z.boolean().nullable(),
  sourceProvince: Text.nullable(),
  note: Text.nullable(),
  sources: z.array(Address),
  readings: Readings.optional(),
});

/** `codeAsPublished` and `unverifiedCode` are working notes for the reviewer: no page and no API shows them. */
const Provenance = PublicProvenance.extend({
  codeAsPublished: Text.nullable(),
  unverifiedCode: Text.nullable(),
  reviewerNote: Text.nullable(),
});

const Slug = z.string().regex(/^[a-z0-9.-]{1,80}$/);

/** The content of `content/procedures/{slug}.yaml`. */
export const ProcedureFile = z.strictObject({
  name: Text,
  code: Text.regex(/^\d\.\d{6}$/, 'Mã quốc gia có dạng 1.014446.').nullable(),
  field: Text,
  /** The code in content/units.yaml of the unit in charge; left out while it is not known. */
  unit: Text.optional(),
  levels: part(z.array(Level).min(1)),
  kind: part(Kind),
  status: Status,
  effectiveFrom: Day.nullable(),
  effectiveTo: Day.nullable(),
  replacedBy: Slug.nullable(),
  caution: Caution.optional(),
  review: Review,
  steps: part(z.array(Text).min(1)),
  methods: part(z.array(Method).min(1)),
  dossier: part(z.array(DossierCase).min(1)),
  sets: part(Text),
  timeLimit: part(TimeLimit),
  applicants: part(z.array(Text).min(1)),
  agencies: Agencies,
  results: part(z.array(Text).min(1)),
  conditions: part(Text),
  fee: part(Fee),
  legalBasis: part(z.array(LegalBasis).min(1)),
  onlineLevel: OnlineLevel,
  decisions: Decisions,
  related: z.array(Slug),
  provenance: Provenance,
});
export type ProcedureFile = z.infer<typeof ProcedureFile>;

/** A procedure in the portal: `slug` is the file's name, the national code where one is known. */
export const Procedure = ProcedureFile.extend({ slug: Slug });
export type Procedure = z.infer<typeof Procedure>;

export const PublicProcedure = Procedure.extend({ provenance: PublicProvenance });
export type PublicProcedure = z.infer<typeof PublicProcedure>;

/** Everything of a procedure but the reviewer's working notes. */
export function publicProcedure(procedure: Procedure): PublicProcedure {
  const { codeAsPublished: _, unverifiedCode: __, reviewerNote: ___, ...provenance } = procedure.provenance;
  return { ...procedure, provenance };
}

/** What a list shows of a procedure. */
export const ListedProcedure = PublicProcedure.pick({
  slug: true,
  code: true,
  name: true,
  field: true,
  status: true,
  timeLimit: true,
  fee: true,
}).extend({ provenance: PublicProvenance.pick({ era: true }) });
export type ListedProcedure = z.infer<typeof ListedProcedure>;

export const ProcedureSummary = z.strictObject({
  slug: Slug,
  code: z.string().nullable(),
  name: z.string(),
  field: z.string(),
  timeLimit: z.string().nullable(),
  fee: z.string().nullable(),
  onlineLevel: OnlineLevel,
  status: Status,
  replacedBy: Slug.nullable(),
  reviewState: z.enum(['needs-review', 'confirmed']),
});
export type ProcedureSummary = z.infer<typeof ProcedureSummary>;
