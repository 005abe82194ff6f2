// The Merkle tree of the ledger, hashed as RFC 9162 §2.1 says: roots, proofs, and checking them. Pure.
import { createHash } from 'node:crypto';

/** A complete subtree: `level` 0 is a leaf, `index` counts the subtrees of that level from the left. */
export type Place = { level: number; index: number };
export type Node = Place & { hash: Buffer };
/** Entries from (inclusive) to (exclusive). */
export type Range = { from: number; to: number };

const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const leafPrefix = Buffer.from([0]);
const nodePrefix = Buffer.from([1]);

/** The root of a tree without entries: SHA-256 of nothing. */
export const emptyRoot: Buffer = sha256();

/** The hash of an entry (here the 32 bytes of an event's hash): SHA-256(0x00 || entry). */
export const leafHash = (entry: Uint8Array): Buffer => sha256(leafPrefix, entry);

/** The hash of two neighbours: SHA-256(0x01 || left || right). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(nodePrefix, left, right);

/**
 * The complete subtrees that a range is made of, largest first. `from` must be a multiple of the largest power of
 * two within the range, as it is for every range of this file.
 */
export function placesOf({ from, to }: Range): Place[] {
  const places: Place[] = [];
  for (let at = from; at < to;) {
    const level = Math.floor(Math.log2(to - at));
    places.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return places;
}

/** The hash of a range from the hashes of its `placesOf`, in that order; the empty root when there are none. */
export function hashOfRange(hashes: readonly Buffer[]): Buffer {
  return hashes.length === 0 ? emptyRoot : hashes.reduceRight((right, left) => nodeHash(left, right));
}

/**
 * The subtrees that become complete when leaves are added to a tree of `size` entries, leaves included.
 * `edge` holds the hashes of `placesOf({ from: 0, to: size })`.
 */
export function addLeaves(size: number, edge: readonly Buffer[], leaves: readonly Buffer[]): Node[] {
  const stack: Node[] = placesOf({ from: 0, to: size }).map((place, order) => ({
    ...place,
    hash: known(edge[order]),
  }));
  const added: Node[] = [];
  leaves.forEach((hash, order) => {
    let node: Node = { level: 0, index: size + order, hash };
    added.push(node);
    while (node.index % 2 === 1) {
      const left = stack.pop();
      node = {
        level: node.level + 1,
        index: (node.index - 1) / 2,
        hash: nodeHash(known(left?.hash), node.hash),
      };
      added.push(node);
    }
    stack.push(node);
  });
  return added;
}

function known(hash: Buffer | undefined): Buffer {
  if (!hash) throw new RangeError('a hash of the right edge is missing');
  return hash;
}

/** The largest power of two below `size` (RFC 9162 §2.1: k < n <= 2k). */
const splitOf = (size: number): number => 2 ** Math.ceil(Math.log2(size) - 1);

/** The ranges whose hashes prove that entry `index` is in a tree of `size` entries (RFC 9162 §2.1.3.1), in order. */
export function inclusionRanges(index: number, size: number): Range[] {
  if (index < 0 || index >= size) throw new RangeError('no such entry');
  return siblings(index, { from: 0, to: size });
}

function siblings(index: number, { from, to }: Range): Range[] {
  if (to - from === 1) return [];
  const middle = from + splitOf(to - from);
  return index < middle
    ? [...siblings(index, { from, to: middle }), { from: middle, to }]
    : [...siblings(index, { from: middle, to }), { from, to: middle }];
}

/** The ranges whose hashes prove that a tree of `to` entries begins with one of `from` (RFC 9162 §2.1.4.1). */
export function consistencyRanges(from: number, to: number): Range[] {
  if (from < 1 || from > to) throw new RangeError('no such tree');
  return from === to ? [] : growth(from, { from: 0, to }, true);
}

function growth(old: number, { from, to }: Range, isWhole: boolean): Range[] {
  if (old === to) return isWhole ? [] : [{ from, to }];
  const middle = from + splitOf(to - from);
  return old <= middle
    ? [...growth(old, { from, to: middle }, isWhole), { from: middle, to }]
    : [...growth(old, { from: middle, to }, false), { from, to: middle }];
}
