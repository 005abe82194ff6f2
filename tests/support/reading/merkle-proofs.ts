// Checking proofs of the ledger as anybody outside would, by RFC 9162 alone.
import { nodeHash } from '../../../api/ledger/merkle.ts';

type Inclusion = { leaf: Buffer; index: number; size: number; path: readonly Buffer[]; root: Buffer };

/** Whether a path proves that a leaf hash stands at `index` of the tree of that size and root (RFC 9162 §2.1.3.2). */
export function isIncluded({ leaf, index, size, path, root }: Inclusion): boolean {
  if (index < 0 || index >= size) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const sibling of path) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else hash = nodeHash(hash, sibling);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && hash.equals(root);
}

type Growth = { from: number; to: number; oldRoot: Buffer; newRoot: Buffer; path: readonly Buffer[] };

/** Whether a path proves that the tree of size `to` begins with the tree of size `from` (RFC 9162 §2.1.4.2). */
export function isConsistent({ from, to, oldRoot, newRoot, path }: Growth): boolean {
  if (from < 1 || from > to) return false;
  if (from === to) return path.length === 0 && oldRoot.equals(newRoot);
  const [first, ...rest] = Number.isInteger(Math.log2(from)) ? [oldRoot, ...path] : path;
  if (!first || path.length === 0) return false;
  let [at, last, old, current] = [from - 1, to - 1, first, first];
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  for (const hash of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [old, current] = [nodeHash(hash, old), nodeHash(hash, current)];
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else current = nodeHash(current, hash);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && old.equals(oldRoot) && current.equals(newRoot);
}

const half = (value: number): number => Math.floor(value / 2);
