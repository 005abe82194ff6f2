// Posts a form by script, telling how far it is. The page it leads to is told, not sent: this line may be slow.
import { byScriptHeader } from '../../../api/forms/by-script.ts';

export type Outcome =
  | { kind: 'led'; to: string }
  /** Nobody could see to it now: too many at once, or the portal is away. */
  | { kind: 'later' }
  /** The page that a browser would have shown instead, such as a refusal. */
  | { kind: 'page'; html: string }
  | { kind: 'stopped' }
  /** The line broke; whether anything came through is not known. */
  | { kind: 'broken' };

/** `stop` in what is returned breaks it off. `onProgress` hears of bytes that have left. */
export function post(
  address: string,
  body: FormData,
  onProgress: (sent: number, total: number) => void,
): { outcome: Promise<Outcome>; stop: () => void } {
  const request = new XMLHttpRequest();
  const outcome = new Promise<Outcome>((resolve) => {
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) onProgress(loaded, total);
    };
    request.onload = () => {
      const { status, responseText: html } = request;
      const to = status === 204 ? request.getResponseHeader('location') : null;
      if (to) resolve({ kind: 'led', to });
      else resolve(status === 429 || status >= 500 ? { kind: 'later' } : { kind: 'page', html });
    };
    request.onabort = () => resolve({ kind: 'stopped' });
    request.onerror = () => resolve({ kind: 'broken' });
  });
  request.open('POST', address);
  request.setRequestHeader(byScriptHeader, '1');
  request.send(body);
  return { outcome, stop: () => request.abort() };
}
