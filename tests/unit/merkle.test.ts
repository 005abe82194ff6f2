// The Merkle tree: the known vectors of Certificate Transparency, and what holds for trees of every size.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addLeaves,
  consistencyRanges,
  emptyRoot,
  hashOfRange,
  inclusionRanges,
  leafHash,
  nodeHash,
  placesOf,
  type Range,
} from '../../api/ledger/merkle.ts';
import { isConsistent, isIncluded } from '../support/reading/merkle-proofs.ts';

// The reference vectors of RFC 6962 / RFC 9162 logs: eight entries, and the root after each.
const entries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'));
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** The definition of RFC 9162 §2.1.1, word by word. */
function definedRoot(leaves: Buffer[]): Buffer {
  const [only] = leaves;
  if (!only) return emptyRoot;
  if (leaves.length === 1) return only;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(definedRoot(leaves.slice(0, split)), definedRoot(leaves.slice(split)));
}

/** A tree grown in steps of the given sizes; answers from its stored complete subtrees only. */
function grow(leaves: Buffer[], steps: number[] = [leaves.length]) {
  const stored = new Map<string, Buffer>();
  const hashOf = (range: Range) =>
    hashOfRange(
      placesOf(range).map(({ level, index }) => stored.get(`${level}/${index}`) ?? Buffer.alloc(0)),
    );
  let size = 0;
  for (const step of [...steps, leaves.length]) {
    const batch = leaves.slice(size, size + step);
    const edge = placesOf({ from: 0, to: size }).map(
      ({ level, index }) => stored.get(`${level}/${index}`) ?? Buffer.alloc(0),
    );
    for (const { level, index, hash } of addLeaves(size, edge, batch)) stored.set(`${level}/${index}`, hash);
    size += batch.length;
  }
  return { stored, hashOf, root: (to: number) => hashOf({ from: 0, to }) };
}

const leavesOf = (count: number) =>
  Array.from({ length: count }, (_, index) => leafHash(Buffer.from(`entry ${index}`)));

describe('the known vectors', () => {
  it('an empty tree has the hash of nothing', () => {
    expect(emptyRoot.toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  it('every prefix of the eight entries has its known root', () => {
    const tree = grow(entries.map(leafHash));
    expect(roots.map((_, index) => tree.root(index + 1).toString('hex'))).toEqual(roots);
  });

  it('the proof of the sixth of eight entries is the known one', () => {
    const tree = grow(entries.map(leafHash));
    expect(inclusionRanges(5, 8).map((range) => tree.hashOf(range).toString('hex'))).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('the proof from six to eight entries is the known one', () => {
    const tree = grow(entries.map(leafHash));
    expect(consistencyRanges(6, 8).map((range) => tree.hashOf(range).toString('hex'))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });
});

describe('for trees of every size', () => {
  const sizes = fc.integer({ min: 1, max: 130 });

  it('the stored subtrees give the root of the definition, however the leaves arrived', () => {
    fc.assert(
      fc.property(sizes, fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 }), (size, steps) => {
        const leaves = leavesOf(size);
        expect(grow(leaves, steps).root(size)).toEqual(definedRoot(leaves));
      }),
    );
  });

  it('every leaf is proved to be in, at its own place, and a changed leaf or root is not', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const leaves = leavesOf(size);
        const tree = grow(leaves);
        const root = tree.root(size);
        leaves.forEach((leaf, index) => {
          const path = inclusionRanges(index, size).map(tree.hashOf);
          expect(isIncluded({ leaf, index, size, path, root })).toBe(true);
          expect(isIncluded({ leaf: leafHash(Buffer.from('khác')), index, size, path, root })).toBe(false);
          expect(isIncluded({ leaf, index, size, path, root: leaf })).toBe(size === 1);
          expect(isIncluded({ leaf, index, size, path: [...path, root], root })).toBe(false);
          if (size > 1) expect(isIncluded({ leaf, index: (index + 1) % size, size, path, root })).toBe(false);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('every earlier size is proved to be the beginning, and a rewritten beginning is not', () => {
    fc.assert(
      fc.property(sizes, (to) => {
        const leaves = leavesOf(to);
        const tree = grow(leaves);
        const other = grow([leafHash(Buffer.from('khác')), ...leaves.slice(1)]);
        for (let from = 1; from <= to; from++) {
          const path = consistencyRanges(from, to).map(tree.hashOf);
          const claim = { from, to, oldRoot: tree.root(from), newRoot: tree.root(to), path };
          expect(isConsistent(claim)).toBe(true);
          expect(isConsistent({ ...claim, newRoot: other.root(to) })).toBe(false);
          expect(isConsistent({ ...claim, oldRoot: other.root(from) })).toBe(false);
          expect(isConsistent({ ...claim, path: [...path, tree.root(to)] })).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keeps its arithmetic beyond 32 bits', () => {
    const size = 2 ** 40 + 3;
    expect(placesOf({ from: 0, to: size })).toEqual([
      { level: 40, index: 0 },
      { level: 1, index: 2 ** 39 },
      { level: 0, index: 2 ** 40 + 2 },
    ]);
    expect(inclusionRanges(2 ** 40 + 2, size)).toEqual([
      { from: 2 ** 40, to: 2 ** 40 + 2 },
      { from: 0, to: 2 ** 40 },
    ]);
  });

  it('refuses what is no entry and no tree', () => {
    expect(() => inclusionRanges(3, 3)).toThrow(RangeError);
    expect(() => consistencyRanges(0, 3)).toThrow(RangeError);
    expect(() => consistencyRanges(4, 3)).toThrow(RangeError);
  });
});
