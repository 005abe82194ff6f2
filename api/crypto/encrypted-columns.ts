// Which columns lie encrypted, and by which columns their rows are known: whatever names one of them asks here. Pure.

/** Column → the key of its row. An encrypted value opens in the column and the row that it was written for, and nowhere else. */
export const encryptedColumns = {
  'case_senders.name': ['case_id'],
  'case_senders.address': ['case_id'],
  'case_senders.phone': ['case_id'],
  'case_senders.email': ['case_id'],
  'case_contents.body': ['case_id'],
  'case_contents.wish': ['case_id'],
  'case_event_texts.text': ['case_id', 'seq'],
  'case_replies.body': ['case_id', 'version'],
  'rating_versions.comment': ['case_id', 'version'],
  'cases.summary': ['id'],
  'case_proposals.input': ['case_id'],
  'case_holds.reason': ['id'],
  'attachments.name': ['id'],
  'office_files.note': ['attachment_id'],
  'request_people.name': ['request_id'],
  'request_people.phone': ['request_id'],
  'request_people.email': ['request_id'],
  'request_people.address': ['request_id'],
  'request_people.case_number': ['request_id'],
  'request_texts.text': ['request_id', 'seq'],
  'subscriptions.email': ['id'],
  'page_rating_comments.comment': ['id'],
  'outgoing_texts.sealed': ['document_id'],
} as const satisfies Record<string, readonly string[]>;

export type EncryptedColumn = keyof typeof encryptedColumns;
export const encryptedColumnNames = Object.keys(encryptedColumns) as EncryptedColumn[];

/** `case_senders.name` → its table and its column. */
export function partsOf(name: EncryptedColumn): { table: string; column: string } {
  const [table = '', column = ''] = name.split('.');
  return { table, column };
}

/** How an encrypted value begins: `mb1.`, the number of its key, a dot; then base64url. */
export const startOf = (keyId: number): string => `mb1.${keyId}.`;
