// What the ledger tells everybody: hashes, sizes and signatures; nothing of any case.
import { z } from '@hono/zod-openapi';

const Hex = z.string().regex(/^[0-9a-f]{64}$/, 'Mã băm gồm 64 chữ số hệ mười sáu viết thường.');
const Size = z.coerce
  .number()
  .int('Cỡ sổ là số nguyên.')
  .min(1, 'Cỡ sổ nhỏ nhất là 1.')
  .max(2 ** 48, 'Cỡ sổ quá lớn.');
const Instant = z.string().meta({ format: 'date-time' });

export const HashParam = z.object({ hash: Hex });
export const InclusionQuery = z.object({ size: Size.optional() });
export const ConsistencyQuery = z.object({ from: Size, to: Size.optional() });
export const CheckpointsQuery = z.object({ before: z.iso.date().optional() });

export const CheckpointView = z
  .object({
    origin: z.string(),
    size: z.int(),
    /** Base64 of 32 bytes, as it stands in the note. */
    root: z.string(),
    at: Instant,
    /** The signed note whole: what is to be verified. */
    note: z.string(),
  })
  .openapi('LedgerCheckpoint');
export type CheckpointView = z.infer<typeof CheckpointView>;

export const CheckpointList = z.object({
  checkpoints: z.array(CheckpointView.extend({ onDay: z.string().meta({ format: 'date' }) })),
  next: z.string().nullable(),
});

export const InclusionView = z.object({
  index: z.int(),
  size: z.int(),
  /** Hex, from the leaf's sibling up to the root's child (RFC 9162 §2.1.3). */
  path: z.array(Hex),
  root: Hex,
});

export const ConsistencyView = z.object({
  from: z.int(),
  to: z.int(),
  fromRoot: Hex,
  toRoot: Hex,
  /** Hex (RFC 9162 §2.1.4). */
  path: z.array(Hex),
});

const KeyView = z.object({
  keyId: z.string(),
  name: z.string(),
  /** 32 bytes, base64. */
  publicKey: z.string(),
  /** The one-line form that verifiers of signed notes take. */
  verifierKey: z.string(),
  firstUsedAt: Instant,
});
export const KeyList = z.object({
  algorithm: z.literal('Ed25519'),
  current: KeyView,
  /** Every key the portal has signed with, oldest first, the current one among them. */
  keys: z.array(KeyView),
});

export const EventProofs = z.object({
  /** The events that the sender is told of, oldest first; `index` is null until the ledger has taken the event. */
  events: z.array(
    z.object({ step: z.string(), text: z.string(), at: Instant, hash: Hex, index: z.int().nullable() }),
  ),
});
