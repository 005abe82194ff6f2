// What is still lacking in content/ though every file is well-formed: parts of procedures, contacts run out or missing,
// documents without a title, posts that nobody is said to have approved.
import type { Content } from '../../portal/gather.ts';
import { expiredOn, pastWords } from '../../contacts/expiry.ts';
import { detailLabels, focalPersonLabel } from '../../contacts/labels.ts';
import { completeness } from '../../procedures/completeness.ts';
import { isSuperseded } from '../../procedures/order.ts';
import type { Finding } from './finding.ts';

/** `today` is a date in Việt Nam, YYYY-MM-DD. */
export function checkContent(
  { documents, heldBackDocuments, posts, procedures, writtenContacts: contacts }: Content,
  today: string,
): Finding[] {
  const findings: Finding[] = [];
  const warn = (place: string, sentence: string) => findings.push({ level: 'warning', place, sentence });
  for (const procedure of procedures.values()) {
    if (isSuperseded(procedure)) continue;
    const { done, of, lacking } = completeness(procedure);
    if (done < of)
      warn(`thủ tục ${procedure.slug}`, `đủ ${done}/${of} bộ phận; thiếu: ${lacking.join('; ')}`);
  }
  for (const { id, details, focalPersons } of contacts) {
    for (const { type, value, checked } of details) {
      if (value === null) warn(`kênh ${id}`, `chưa có ${detailLabels[type].toLowerCase()}`);
      else if (!checked)
        warn(
          `kênh ${id}`,
          `${detailLabels[type].toLowerCase()} chưa kiểm chứng (checked: false), chưa hiện trên trang`,
        );
    }
    for (const person of focalPersons)
      if (person.name === null) warn(`kênh ${id}`, `chưa có ${focalPersonLabel.toLowerCase()}`);
  }
  for (const { id, what, validTo } of expiredOn(contacts, today))
    warn(`kênh ${id}`, `${what.toLowerCase()} ${pastWords(validTo)}`);
  for (const { slug, title } of documents.values())
    if (title === null) warn(`văn bản ${slug}`, 'chưa có trích yếu');
  for (const { slug, reason } of heldBackDocuments)
    warn(`văn bản ${slug}`, `chưa đăng. ${reason.replace(/\.$/, '')}`);
  for (const { slug, front } of posts)
    if (front.approved === null)
      warn(`bài ${slug}`, 'chưa đăng: đã bỏ draft mà chưa ghi ai duyệt, ngày nào (approved)');
  return findings;
}
