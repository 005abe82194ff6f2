// The log: JSON lines without personal data. Bodies, query strings, names and addresses are never given to it.
import pino from 'pino';

export const log = pino({
  level: process.env['LOG_LEVEL'] || 'info',
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
});
