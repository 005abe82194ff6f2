// Days in Việt Nam as SQL: on which day an instant lies, and where a day begins and ends.
import { sql } from 'kysely';

const clockOf = (instant: string) => `(${instant} at time zone 'Asia/Ho_Chi_Minh')`;

/** The day of an instant, "YYYY-MM-DD"; `instant` is an expression written by us, such as `c.received_at`. */
export const dayOf = (instant: string) => sql.raw<string>(`${clockOf(instant)}::date`);

/** The month of an instant, "YYYY-MM"; `instant` as in dayOf. */
export const monthOf = (instant: string) => sql.raw<string>(`to_char(${clockOf(instant)}, 'YYYY-MM')`);

/** The instant at which a day "YYYY-MM-DD" begins. */
export const dayStart = (day: string) => sql<Date>`(${day}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')`;

/** The first instant after a day "YYYY-MM-DD". */
export const dayEnd = (day: string) =>
  sql<Date>`((${day}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')`;
