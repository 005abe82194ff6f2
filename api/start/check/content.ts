// What is still lacking in content/ though every file is well-formed: parts of procedures, contacts run out or missing,
// documents without a title.
import { vietnameseDate } from '../../calendar/dates.ts';
import type { Content } from '../../content/load.ts';
import { detailLabels } from '../../contacts/labels.ts';
import { completeness } from '../../procedures/completeness.ts';
import { isSuperseded } from '../../procedures/order.ts';
import type { Finding } from './finding.ts';

/** `today` is a date in Việt Nam, YYYY-MM-DD. */
export function checkContent({ contacts, documents, procedures }: Content, today: string): Finding[] {
  const findings: Finding[] = [];
  const warn = (place: string, sentence: string) => findings.push({ level: 'warning', place, sentence });
  for (const procedure of procedures.values()) {
    if (isSuperseded(procedure)) continue;
    const { done, of, lacking } = completeness(procedure);
    if (done < of)
      warn(`thủ tục ${procedure.slug}`, `đủ ${done}/${of} bộ phận; thiếu: ${lacking.join('; ')}`);
  }
  for (const contact of contacts) {
    const ended = (day: string | null) => day !== null && day < today;
    if (ended(contact.validTo))
      warn(`kênh ${contact.id}`, `hết hiệu lực từ ${vietnameseDate(contact.validTo ?? today)}`);
    for (const { name, validTo } of contact.focalPersons)
      if (ended(validTo))
        warn(
          `kênh ${contact.id}`,
          `cá nhân đầu mối ${name ?? '(chưa có tên)'} hết thời gian được giao từ ${vietnameseDate(validTo ?? today)}`,
        );
    for (const { type, value, validTo } of contact.details) {
      if (value === null) warn(`kênh ${contact.id}`, `chưa có ${detailLabels[type].toLowerCase()}`);
      if (ended(validTo))
        warn(
          `kênh ${contact.id}`,
          `${detailLabels[type].toLowerCase()} hết hiệu lực từ ${vietnameseDate(validTo ?? today)}`,
        );
    }
  }
  for (const { slug, title } of documents.values())
    if (title === null) warn(`văn bản ${slug}`, 'chưa có trích yếu');
  return findings;
}
