// Checking the tree: every leaf against its event, every stored node and every checkpoint against what is recomputed.
import type { Transaction } from '../db/open.ts';
import { readCheckpoint } from './checkpoint.ts';
import { addLeaves, hashOfRange, leafHash, placesOf, type Node, type Place } from './merkle.ts';
import { findHashes, listSigningKeys } from './repository.ts';
import { noteKeyId, readNote, signerOf, type NoteKey } from './signed-note.ts';
import { countLedger, listLeaves } from './verify-repository.ts';

const leavesAtOnce = 10_000;

/** A signed note that must fit: the latest checkpoint, a kept one, or one that somebody brings. */
export type Mark = { name: string; note: string; mustBeSignedBy?: NoteKey };
type Checked = Mark & { size: number; root: Buffer };

const nameOf = ({ level, index }: Place) => `${level}/${index}`;

/** Sentences, in the order of the leaves. Returns the size and the root of the whole tree. */
export async function* treeFindings(
  trx: Transaction,
  marks: readonly Mark[],
  told: (leaves: number) => void,
): AsyncGenerator<string, { size: number; root: Buffer }> {
  const checked: Checked[] = [];
  for (const mark of marks) checked.push(...(yield* checkSignature(trx, mark)));
  const waiting = checked.toSorted((one, other) => one.size - other.size);
  let size = 0;
  let edge: Buffer[] = [];
  for (;;) {
    for (; waiting[0] && waiting[0].size <= size; waiting.shift())
      if (!hashOfRange(edge).equals(waiting[0].root))
        yield `${waiting[0].name}: gốc cây không khớp ${size} mục đầu của nhật ký xử lý.`;
    const rows = await listLeaves(trx, size, Math.min(leavesAtOnce, (waiting[0]?.size ?? Infinity) - size));
    if (rows.length === 0) break;
    for (const [order, row] of rows.entries()) {
      const place = `Nhật ký xử lý mục ${row.index}, hồ sơ ${row.number ?? row.caseId}, bước ${row.seq}`;
      if (row.index !== size + order) yield `Nhật ký xử lý: thiếu mục ${size + order}.`;
      if (!row.hash) yield `${place}: bước này không còn trong sổ đăng ký.`;
      else if (!row.hash.equals(row.eventHash))
        yield `${place}: mã băm trong nhật ký xử lý khác mã băm của bước.`;
    }
    const nodes = addLeaves(
      size,
      edge,
      rows.map(({ eventHash }) => leafHash(eventHash)),
    );
    yield* nodeFindings(nodes, await findHashes(trx, nodes));
    const known = new Map(
      placesOf({ from: 0, to: size }).map((place, order) => [nameOf(place), edge[order]]),
    );
    for (const node of nodes) known.set(nameOf(node), node.hash);
    size += rows.length;
    edge = placesOf({ from: 0, to: size }).flatMap((place) => known.get(nameOf(place)) ?? []);
    told(size);
  }
  const [missing] = waiting;
  if (missing) yield `${missing.name}: ký cho ${missing.size} mục, nhật ký xử lý chỉ còn ${size} mục.`;
  const { nodes } = await countLedger(trx);
  if (nodes !== nodeCount(size)) yield `Nhật ký xử lý: có ${nodes} nút, đúng ra phải là ${nodeCount(size)}.`;
  return { size, root: hashOfRange(edge) };
}

/** Reads a mark; yields when it is no checkpoint, or not signed as it must be. */
async function* checkSignature(trx: Transaction, mark: Mark): AsyncGenerator<string, Checked[]> {
  const keys = (await listSigningKeys(trx)).filter((key) => noteKeyId(key).toString('hex') === key.keyId);
  const note = readNote(mark.note);
  const checkpoint = note && readCheckpoint(note.text);
  if (!note || !checkpoint) {
    yield `${mark.name}: không đọc được.`;
    return [];
  }
  const signer = signerOf(note, mark.mustBeSignedBy ? [mark.mustBeSignedBy] : keys);
  if (!signer || signer.name !== checkpoint.origin) yield `${mark.name}: chữ ký không đúng.`;
  return [{ ...mark, size: checkpoint.size, root: checkpoint.root }];
}

function* nodeFindings(nodes: readonly Node[], stored: readonly (Buffer | undefined)[]): Generator<string> {
  for (const [order, { level, index, hash }] of nodes.entries())
    if (!stored[order]?.equals(hash))
      yield `Nhật ký xử lý, nút ${index} tầng ${level}: không khớp các mục bên dưới.`;
}

/** Complete subtrees of a tree with `size` leaves, leaves included. */
function nodeCount(size: number): number {
  let count = 0;
  for (let left = size; left > 0; left = Math.floor(left / 2)) count += left;
  return count;
}
