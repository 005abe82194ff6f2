// A field of a form that was left blank is sent as an empty word: read as nothing said. Pure.
import { z } from 'zod';

const isBlank = (value: unknown) => typeof value === 'string' && value.trim() === '';

/** `schema` is asked with undefined where nothing was typed; its own default or `optional` answers. */
export const unlessBlank = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (isBlank(value) ? undefined : value), schema);

/** Undefined where nothing was typed. */
export const optional = <T extends z.ZodType>(schema: T) => unlessBlank(schema.optional());

/** Null where nothing was typed or sent. */
export const orNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === undefined || isBlank(value) ? null : value), schema.nullable());
