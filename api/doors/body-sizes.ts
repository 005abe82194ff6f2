// How much a request to the API may weigh.
import { maxFileBytes } from '../attachments/most.ts';

export const uploadPath = '/api/uploads';

export const maxBodyBytes = 64 * 1024;
export const generalTooLarge = `Mỗi lần gửi không quá ${maxBodyBytes / 1024} KB. Hãy viết ngắn lại.`;

// A workbook of one-stop figures travels in base64 within the JSON of its office's page.
const workbookPath = '/api/staff/dossiers';
// What an officer is writing is kept, too long for its form or not.
const draftPath = '/api/staff/drafts';
export const maxWorkbookBodyBytes = 768 * 1024;

/** The most that a body sent to an address of the API may weigh, uploads apart. */
export const bodyBytesAt = (path: string): number =>
  path === draftPath || path === workbookPath || path.startsWith(`${workbookPath}/`)
    ? maxWorkbookBodyBytes
    : maxBodyBytes;

/** One file and the envelope of its form. */
export const maxUploadBytes = maxFileBytes + maxBodyBytes;
export const uploadTooLarge = `Mỗi tệp không quá ${maxFileBytes / 1024 / 1024} MB. Hãy chọn tệp nhỏ hơn.`;
