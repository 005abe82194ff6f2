// The files of a form without script: sent on as soon as they come, then carried from page to page by their tokens.
import { maxFiles, maxTogetherBytes } from '../../../api/attachments/most.ts';
import { tokensIn } from '../../../api/attachments/upload.ts';
import { visible } from '../../../api/forms/validation.ts';
import { errorsOf, refusalOf, type FieldErrors, type Values } from './form.ts';

/** A file that waits on the server; `size` in bytes, 0 when it could not be asked. */
export type KeptFile = { token: string; name: string; size: number };
type Api = App.Locals['api'];

/** The tokens in the hidden field `uploads`. */
export const tokensOf = (values: Values): string[] => tokensIn(values['uploads']);

/** The name of the control that takes a file back. */
export const dropName = (token: string) => `drop-${token}`;

/**
 * Takes in the files of a posted form and takes back those marked. The values returned carry the tokens of all good
 * files; each refused one gives an error at `attachments`.
 */
export async function keepFiles(
  api: Api,
  { values, files }: { values: Values; files: File[] },
): Promise<{ values: Values; kept: KeptFile[]; errors: FieldErrors }> {
  const isDropped = (token: string) => values[dropName(token)] === 'yes';
  const tokens = tokensOf(values);
  for (const token of tokens.filter(isDropped)) await api.api.uploads.drop.$post({ json: { token } });
  const wanted = tokens.filter((token) => !isDropped(token)).slice(0, maxFiles);
  const kept = await askFor(api, wanted);
  const errors: FieldErrors = [];
  // While sending, the API judges old tokens: the same form sent twice must get the same receipt.
  const isSending = values['move'] === 'send';
  if (!isSending && kept.length < wanted.length)
    errors.push({ field: 'attachments', text: 'Có tệp đã quá 24 giờ nên không còn. Hãy chọn lại tệp.' });
  for (const file of files) {
    const sent = await send(api, file, kept);
    if ('refused' in sent)
      errors.push({ field: 'attachments', text: `“${visible(file.name)}”: ${sent.refused}` });
    else kept.push(sent);
  }
  const carried = isSending
    ? [...new Set([...wanted, ...kept.map(({ token }) => token)])]
    : kept.map(({ token }) => token);
  return { values: { ...values, uploads: carried.join(' ') }, kept, errors };
}

/** The files that a form carries already. */
export const keptFiles = async (api: Api, values: Values): Promise<KeptFile[]> =>
  await askFor(api, tokensOf(values));

async function askFor(api: Api, tokens: string[]): Promise<KeptFile[]> {
  if (tokens.length === 0) return [];
  const answer = await api.api.uploads.pending.$post({ json: { tokens } });
  if (answer.ok) return (await answer.json()).uploads;
  return tokens.map((token) => ({ token, name: 'Tệp đã gửi lên', size: 0 }));
}

async function send(api: Api, file: File, kept: KeptFile[]): Promise<KeptFile | { refused: string }> {
  if (kept.length >= maxFiles)
    return { refused: `Chỉ nhận nhiều nhất ${maxFiles} tệp, tệp này chưa được nhận. Hãy bỏ bớt tệp khác.` };
  if (kept.reduce((sum, { size }) => sum + size, file.size) > maxTogetherBytes)
    return { refused: `Các tệp cộng lại quá ${maxTogetherBytes / 1024 / 1024} MB, tệp này chưa được nhận.` };
  const answer = await api.api.uploads.$post({ form: { file } });
  if (answer.ok) return await answer.json();
  const refused = await refusalOf(answer);
  return { refused: refused ? (errorsOf(refused)[0]?.text ?? '') : '' };
}
