// The indices of Quyết định 766/QĐ-TTg that this portal can compute; formulas and sources stand in content/figures.yaml. Pure.
import { addWorkingDays, type Calendar } from '../calendar/working-days.ts';
import { settledOf, sumOf, type DossierRow } from '../dossiers/row.ts';
import type { IndexCode, IndexText } from './content-schema.ts';
import type { Figures, Index, Satisfaction } from './schema.ts';

type Share = Pick<Index, 'numerator' | 'denominator' | 'value' | 'reason'>;

/** A share of 1; a denominator of 0 gives N/A (specification of QĐ 766/QĐ-TTg). Numerators below 0 count as 0. */
export function share(numerator: number, denominator: number, reason: string): Share {
  if (denominator === 0) return { numerator, denominator, value: null, reason };
  return { numerator, denominator, value: Math.max(0, numerator) / denominator, reason: null };
}

const notAvailable = (reason: string): Share => ({ numerator: null, denominator: null, value: null, reason });

export type DecisionTerm = { slug: string; from: string; dueOn: string; postedOn: string | null };

/**
 * The decisions whose term of posting ends within the days of a period and not after today (or that were posted
 * before it ended). `from` is the day of receipt, else of signing; older than the portal are left out.
 */
export function decisionTerms(
  decisions: readonly { slug: string; signedOn: string; receivedOn: string | null }[],
  { openedOn, postedOn }: { openedOn: string | null; postedOn: ReadonlyMap<string, string> },
  { first, last }: { first: string; last: string },
  today: string,
  calendar: Calendar,
  workingDays: number,
): DecisionTerm[] {
  return decisions.flatMap(({ slug, signedOn, receivedOn }) => {
    const from = receivedOn ?? signedOn;
    if (openedOn === null || from < openedOn) return [];
    const dueOn = addWorkingDays(calendar, from, workingDays).on;
    const posted = postedOn.get(slug) ?? null;
    const isDecided = posted !== null || dueOn < today;
    return dueOn >= first && dueOn <= last && isDecided ? [{ slug, from, dueOn, postedOn: posted }] : [];
  });
}

export type IndexInput = {
  decisions: readonly DecisionTerm[];
  procedures: { complete: number; all: number };
  total: Figures;
  conduct: number;
  rule: number;
  /** Received in the period, and open still or guided elsewhere. */
  pendingReceived: number;
  satisfaction: Satisfaction;
  aboutProcedures: number;
  dossiers: { rows: readonly Omit<DossierRow, 'field'>[]; missing: readonly string[] };
};

/** All indices, in the order of the content. */
export function indicesOf(texts: readonly IndexText[], input: IndexInput): Index[] {
  const { decisions, procedures, total, conduct, rule, pendingReceived } = input;
  const settled = total.received - pendingReceived;
  const handled = total.answered + total.transferred + total.refused + total.guided;
  const onTime = total.answeredOnTime + total.transferredOnTime + total.refusedOnTime + total.guidedOnTime;
  const none = 'Trong kỳ không có PAKN nào để tính.';
  const shares: Record<IndexCode, Share> = {
    '1.2': share(
      decisions.filter(({ dueOn, postedOn }) => postedOn !== null && postedOn <= dueOn).length,
      decisions.length,
      'Trong kỳ không có quyết định nào tới hạn công khai trên cổng.',
    ),
    '1.3': share(procedures.complete, procedures.all, 'Cổng chưa công khai thủ tục nào.'),
    '5.1a': share(conduct, settled, none),
    '5.1b': share(rule, settled, none),
    '5.2': share(onTime, handled, none),
    '5.3': contentment(input),
    '5.4': dossierContentment(input),
  };
  return texts.map((text) => ({ ...text, ...shares[text.code] }));
}

function contentment({ total, satisfaction }: IndexInput): Share {
  if (satisfaction === null)
    return notAvailable('Có dưới 5 lượt đánh giá, hoặc kỳ không trọn tháng, quý, năm: không công bố.');
  const { dissatisfied } = satisfaction;
  const content = total.answered - dissatisfied - total.answeredLate - total.continued;
  return share(content, total.answered, 'Trong kỳ chưa trả lời PAKN nào.');
}

function dossierContentment({ dossiers, aboutProcedures }: IndexInput): Share {
  if (dossiers.missing.length > 0 || dossiers.rows.length === 0)
    return notAvailable('Chưa đủ số liệu hồ sơ của các tháng trong kỳ.');
  const sum = sumOf(dossiers.rows);
  return share(
    settledOf(sum) - sum.late - aboutProcedures,
    settledOf(sum),
    'Trong kỳ không có hồ sơ nào giải quyết xong.',
  );
}
