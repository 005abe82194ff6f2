// How much a request to the API may weigh.
import { maxFileBytes } from '../attachments/upload.ts';

export const uploadPath = '/api/uploads';

export const maxBodyBytes = 64 * 1024;
export const generalTooLarge = `Mỗi lần gửi không quá ${maxBodyBytes / 1024} KB. Hãy viết ngắn lại.`;

/** One file and the envelope of its form. */
export const maxUploadBytes = maxFileBytes + maxBodyBytes;
export const uploadTooLarge = `Mỗi tệp không quá ${maxFileBytes / 1024 / 1024} MB. Hãy chọn tệp nhỏ hơn.`;
