// The token under which an upload waits to become part of a case.
import { z } from 'zod';
import { cut } from '../forms/validation.ts';
import { maxFiles } from './most.ts';

/** How long an upload waits to become part of a case. */
export const pendingHours = 24;

const wrongToken = 'Mã của tệp không đúng. Hãy chọn lại tệp.';
/** Who holds the token owns the upload: 32 random bytes in base64url. */
export const UploadToken = cut(43, { tooLong: wrongToken }).regex(/^[\w-]{43}$/, wrongToken);

/** The tokens in a form's hidden field, which holds them with spaces between. */
export const tokensIn = (field = ''): string[] =>
  field.split(' ').filter((token) => UploadToken.safeParse(token).success);

export const UploadTokens = z
  .array(UploadToken)
  .max(maxFiles, `Gửi nhiều nhất ${maxFiles} tệp. Hãy bỏ bớt tệp.`)
  .transform((tokens) => [...new Set(tokens)]);
