// Whether a password can be guessed: known ones, keyboard walks, repetitions, years, and words of its owner's own.
import type { MatchExtended, ZxcvbnFactory } from '@zxcvbn-ts/core';
import { commonNames, commonWords } from '../common-words.ts';

/**
 * A password is taken when an attacker who knows the lists is estimated to need 10^9 guesses: some 9,000 years of what
 * the log-in lets through (attempt-delay.ts).
 */
export const leastGuesses = 1e9;

export type Owner = {
  email: string;
  name: string;
  unit: string;
  /** Names of the department, its province, the portal. */
  words: string[];
};

/** Without accents, in small letters, đ as d: how a guesser writes it. */
const withoutMarks = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
const squeeze = (text: string) => withoutMarks(text).replace(/[^a-z0-9]/g, '');

let judge: Promise<ZxcvbnFactory> | undefined;

// Five megabytes of lists: read when the first password is set, not before.
async function openJudge(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new Factory({
    // The start of a long one is enough, what follows makes it no weaker; and no password holds the process up.
    maxLength: 24,
    l33tMaxSubstitutions: 20,
    dictionary: { ...dictionary, 'passwords-vi': [...commonWords, ...commonNames] },
    graphs: adjacencyGraphs,
  });
}

/**
 * Why a password must not be used, as a Vietnamese sentence; undefined when it may be. Compared as a whole and in its
 * parts, whatever the accents, capitals, spaces and digits for letters (NIST SP 800-63B-4 §3.1.1.2: blocklist of common,
 * expected and compromised values, and context words).
 */
export async function weaknessOf(password: string, owner: Owner): Promise<string | undefined> {
  const typed = squeeze(password);
  const own = [owner.email, owner.email.split('@')[0] ?? '', owner.name];
  for (const one of own.map(squeeze))
    if (one.length >= 4 && typed.includes(one) && typed.length - one.length < 12)
      return 'Mật khẩu có e-mail hoặc tên của chính tài khoản, người khác đoán được. Hãy chọn vài từ không liên quan.';
  const words = [...own, owner.unit, ...owner.words].flatMap((text) => [
    squeeze(text),
    ...withoutMarks(text)
      .split(/[^a-z0-9]+/)
      .filter((word) => word.length > 2),
  ]);
  const check = (text: string) => opened.check(text, words);
  const opened = await (judge ??= openJudge());
  // Spaces and marks between the same words make nothing harder: the weaker reading counts.
  const [whole, bare] = [check(withoutMarks(password)), check(typed)];
  const weaker = bare.guesses < whole.guesses ? bare : whole;
  if (weaker.guesses >= leastGuesses) return undefined;
  return sentenceFor(weaker.sequence);
}

function sentenceFor(sequence: MatchExtended[]): string {
  const patterns = new Set(sequence.map(({ pattern }) => pattern));
  const lists = new Set(sequence.map((match) => ('dictionaryName' in match ? match.dictionaryName : '')));
  if (lists.has('userInputs'))
    return 'Mật khẩu gồm tên người, đơn vị, cơ quan hoặc cổng này, dễ bị đoán. Hãy chọn vài từ không liên quan nối nhau.';
  if (lists.has('passwords-common') || lists.has('passwords-vi'))
    return 'Mật khẩu nằm trong danh sách nhiều người dùng, hoặc chỉ thêm số vào từ quen thuộc. Hãy nối ít nhất bốn từ bất kỳ.';
  if (patterns.has('repeat') || patterns.has('sequence') || patterns.has('spatial'))
    return 'Mật khẩu là dãy lặp lại, dãy số hoặc các phím liền nhau. Hãy nối ít nhất bốn từ bất kỳ.';
  return 'Mật khẩu này dễ bị đoán. Hãy nối ít nhất bốn từ bất kỳ.';
}
