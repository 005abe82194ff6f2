// Checks a receipt in the browser: nothing is sent, the keys stand in the page. Browsers without Ed25519 send the form.
import { vietnameseDate } from '../../api/dates/dates.ts';
import { verdictLabels } from '../../api/receipts/labels.ts';
import { readReceipt, signedBytes, type SignedReceipt } from '../../api/receipts/receipt.ts';
import { momentOf } from '../lib/words/when.ts';

type Verdict = keyof typeof verdictLabels;
type Key = { keyId: string; publicKey: string };

const form = document.querySelector<HTMLFormElement>('form[data-keys]');
const field = form?.querySelector('textarea');
const result = document.querySelector<HTMLElement>('[data-result]');

if (form && field && result) {
  const keys = JSON.parse(form.dataset['keys'] ?? '[]') as Key[];
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (!(await check(keys, field.value, result))) form.submit();
  });
  const fromAddress = () => void openedByQr(keys, field, result);
  window.addEventListener('hashchange', fromAddress);
  fromAddress();
}

/** A QR code brings the receipt in the fragment of the address. */
async function openedByQr(keys: Key[], field: HTMLTextAreaElement, result: HTMLElement): Promise<void> {
  const text = decodeURIComponent(window.location.hash.slice(1));
  if (!text.startsWith('BN1')) return;
  field.value = text;
  if (await check(keys, text, result)) return;
  show(result, 'unsure', {
    title: 'Trình duyệt này không tự kiểm tra được',
    text: 'Bấm nút “Xác minh” bên dưới để máy chủ kiểm tra chữ ký.',
  });
}

/** Shows the verdict; false where this browser cannot tell. */
async function check(keys: Key[], text: string, result: HTMLElement): Promise<boolean> {
  const receipt = readReceipt(text);
  const verdict = await verdictOf(keys, receipt);
  if (!verdict) return false;
  show(result, verdict, verdictLabels[verdict], verdict === 'genuine' ? receipt : undefined);
  return true;
}

async function verdictOf(keys: Key[], receipt: SignedReceipt | undefined): Promise<Verdict | undefined> {
  if (!receipt) return 'unreadable';
  const key = keys.find(({ keyId }) => keyId === receipt.keyId);
  if (!key) return 'unknown-key';
  try {
    const publicKey = await crypto.subtle.importKey('raw', bytesOf(key.publicKey), 'Ed25519', false, [
      'verify',
    ]);
    const message = new Uint8Array(signedBytes(receipt));
    const isGenuine = await crypto.subtle.verify('Ed25519', publicKey, bytesOf(receipt.signature), message);
    return isGenuine ? 'genuine' : 'altered';
  } catch {
    // Ed25519 is unknown here, or the page came without https.
    return undefined;
  }
}

/** Base64 or base64url as bytes. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

function show(
  result: HTMLElement,
  verdict: string,
  { title, text }: { title: string; text: string },
  receipt?: SignedReceipt,
): void {
  result.dataset['verdict'] = verdict;
  const fill = (selector: string, words: string) => {
    const element = result.querySelector(selector);
    if (element) element.textContent = words;
  };
  fill('[data-title]', title);
  fill('[data-text]', text);
  const facts = result.querySelector<HTMLElement>('[data-facts]');
  if (facts) facts.hidden = !receipt;
  if (receipt) {
    const { number, receivedAt, dueOn, commitment, keyId } = receipt;
    const values = {
      number,
      commitment,
      keyId,
      receivedAt: momentOf(receivedAt),
      dueOn: vietnameseDate(dueOn),
    };
    for (const [name, value] of Object.entries(values)) fill(`[data-fact="${name}"]`, value);
  }
  result.querySelector<HTMLElement>('[data-title]')?.focus();
}
