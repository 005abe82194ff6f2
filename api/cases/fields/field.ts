// What one field of a phản ánh, kiến nghị is: everything that whoever takes it in, keeps, seals, shows or erases it must know.
import type { z } from 'zod';
import type { Asked } from '../../forms/asked.ts';

export type CaseField = {
  /** What may be said. What may be left out is `null` in the register. */
  schema: z.ZodType;
  /** The value as it stands in the register and as officers are given it: null where nothing was said. */
  column: z.ZodType;
  /**
   * Whose row has a column of this name, and of which type of PostgreSQL. `content` is what was said: bound by the
   * commitment of the first step; `sender` is who said it: each column sealed by itself. Both rows go when the case is
   * erased. `case` stays for ever, under a name of its own: nothing that tells who somebody is, or what they wrote.
   */
  kept: { in: 'content' | 'sender'; as: 'text' | 'boolean' | 'date' } | { in: 'case' };
  /** Withheld from officers who may not know who the sender is. */
  identifies: boolean;
  /** Looked for in every text that leaves the office, so that it does not go out (../privacy/sender-patterns.ts). */
  masked: boolean;
  /** Signs of a tố cáo or khiếu nại are looked for in it. */
  signs: boolean;
  /** Part of the draft that a sender may keep in their browser: what happened, never who writes. */
  draft: boolean;
  /** What it is called where it is looked over, read by officers, or kept after a refusal. */
  label: string;
  /** How a value reads: as it is, by the words of its choice, as agreed to or not, or by the procedure's name. */
  reads: 'words' | 'agreed' | 'procedure' | Readonly<Record<string, string>>;
  /** `listed` with its label on the officer's page of the case; `own`: the page has a place of its own for it. */
  casePage: 'listed' | 'own';
  /** How the sender is asked. */
  asked: Asked;
  /** How an officer is asked who writes it down for somebody. */
  entry: Asked;
};
