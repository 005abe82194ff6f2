// The letters that an officer gets about the own account. Pure.
import { z } from 'zod';

export const StaffLetter = z.enum([
  'invitation',
  'password',
  'reset-asked',
  'reset-confirmed',
  'reset-declined',
  'deputy',
]);
export type StaffLetter = z.infer<typeof StaffLetter>;
