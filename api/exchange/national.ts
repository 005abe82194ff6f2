// A procedure under the names of the national database's interface; parts that it has no name for keep ours.
import { timeUnitLabels } from '../procedures/labels.ts';
import { isGiven, isNone, type None, type Part } from '../procedures/part.ts';
import type { Channel, Kind, ProcedureFile, TimeUnit } from '../procedures/schema.ts';

export const nationalMethods: Record<Channel, string> = {
  'in-person': 'DIRECT',
  online: 'ONLINE',
  postal: 'POSTAL',
};
export const nationalUnits: Record<TimeUnit, string> = {
  'working-days': 'WORKING_DAY',
  'calendar-days': 'DAY',
  months: 'MONTH',
  hours: 'HOUR',
};
export const nationalKinds: Record<Kind, string> = {
  'not-delegated': 'TTHC không được luật giao quy định chi tiết',
  delegated: 'TTHC được luật giao quy định chi tiết',
  specific: 'TTHC đặc thù',
  internal: 'TTHC nội bộ',
};

type Named = { name: string };
/** Unknown is null; what the source says is none keeps its words. */
type Told<Value> = Value | None | null;

export type NationalProcedure = {
  /** This portal's own name of the procedure; the national code where there is one. */
  slug: string;
  code: string | null;
  name: string;
  procedureProposal: { proposalNumber: string } | null;
  isMinistry: boolean | null;
  isProvince: boolean | null;
  isWard: boolean | null;
  isOther: boolean | null;
  formalityType: Told<string>;
  categoriesDetails: Named[];
  executionSteps: Told<{ name: string | null; description: string }[]>;
  executionMethods: Told<
    {
      submissionMethod: string;
      processingTime: number | null;
      processingTimeUnit: string | null;
      processingTimeText: string | null;
      fees: { description: string }[];
      description: string;
    }[]
  >;
  executionCases: Told<
    {
      name: string | null;
      profileComponents: {
        name: string;
        attachments: Told<{ fileName: string }[]>;
        quantityText: Told<string>;
        /** Where the form can be downloaded; a name of ours. */
        formFile: string | null;
      }[];
    }[]
  >;
  profileSets: Told<string>;
  timeLimit: Told<{ text: string; amount: number | null; unit: string | null; from: string | null }>;
  fee: Told<{ text: string; amountVnd: number | null }>;
  subjectTypesDetails: Told<Named[]>;
  departmentsExecuting: Told<Named[]>;
  departmentsAuthority: Told<Named[]>;
  departmentsAuthorized: Told<Named[]>;
  departmentsCoordinating: Told<Named[]>;
  dossierReceivingAddresses: Told<Named[]>;
  resultsDetails: Told<Named[]>;
  legalBasisesDetails: Told<{ code: string | null; name: string | null }[]>;
  requirementsAndConditions: Told<string>;
  onlineLevel: string;
  /** The code of the unit in charge; a name of ours. */
  unit: string | null;
};

/** What the national interface would call the parts of a procedure. */
export function nationalOf(slug: string, file: ProcedureFile): NationalProcedure {
  const { agencies, levels, timeLimit } = file;
  const level = (one: string) => (isGiven(levels) ? levels.some((given) => given === one) : null);
  const limit = isGiven(timeLimit) ? timeLimit : null;
  const decision = file.decisions.province ?? file.decisions.ministry;
  return {
    slug,
    code: file.code,
    name: file.name,
    procedureProposal: decision && { proposalNumber: decision.number },
    isMinistry: level('ministry'),
    isProvince: level('province'),
    isWard: level('commune'),
    isOther: level('other'),
    formalityType: told(file.kind, (kind) => nationalKinds[kind]),
    categoriesDetails: [{ name: file.field }],
    executionSteps: told(file.steps, (steps) => steps.map((description) => ({ name: null, description }))),
    executionMethods: told(file.methods, (methods) =>
      methods.map(({ channel, text, time, fee }) => ({
        submissionMethod: nationalMethods[channel],
        // A way with a time of its own has it in words; otherwise the procedure's time holds for every way.
        processingTime: time === null ? (limit?.amount ?? null) : null,
        processingTimeUnit: time === null && limit?.unit ? nationalUnits[limit.unit] : null,
        processingTimeText: time,
        fees: fee === null ? [] : [{ description: fee }],
        description: text,
      })),
    ),
    executionCases: told(file.dossier, (cases) =>
      cases.map(({ name, papers }) => ({
        name,
        profileComponents: papers.map((paper) => ({
          name: paper.name,
          attachments: told(paper.form, (fileName) => [{ fileName }]),
          quantityText: told(paper.copies, (copies) => copies),
          formFile: paper.formFile ?? null,
        })),
      })),
    ),
    profileSets: told(file.sets, (sets) => sets),
    timeLimit: told(timeLimit, ({ unit, ...rest }) => ({ ...rest, unit: unit && nationalUnits[unit] })),
    fee: told(file.fee, (fee) => fee),
    subjectTypesDetails: names(file.applicants),
    departmentsExecuting: names(agencies.executing),
    departmentsAuthority: names(agencies.authority),
    departmentsAuthorized: names(agencies.delegated),
    departmentsCoordinating: names(agencies.coordinating),
    dossierReceivingAddresses: names(agencies.receiving),
    resultsDetails: names(file.results),
    legalBasisesDetails: told(file.legalBasis, (bases) =>
      bases.map(({ number, title }) => ({ code: number, name: title })),
    ),
    requirementsAndConditions: told(file.conditions, (conditions) => conditions),
    onlineLevel: file.onlineLevel,
    unit: file.unit ?? null,
  };
}

function told<Value, Out>(part: Part<Value>, out: (value: Value) => Out): Told<Out> {
  if (part === 'unknown') return null;
  return isNone(part) ? part : out(part);
}
const names = (part: Part<string[]>) => told(part, (lines) => lines.map((name) => ({ name })));

/** `10`, `WORKING_DAY` -> `10 ngày làm việc`; null where either is not known. */
export function nationalTime(amount: number | null, unit: string | null): string | null {
  const ours = (Object.keys(nationalUnits) as TimeUnit[]).find((one) => nationalUnits[one] === unit);
  return amount === null || !ours
    ? null
    : `${String(amount).replace('.', ',').padStart(2, '0')} ${timeUnitLabels[ours]}`;
}
