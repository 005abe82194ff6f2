// No day of burning and no month of entering: where one form alone fell on a day or into a month, the two would join it.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table survey_tokens_burnt drop column burnt_on`.execute(db);
  await sql`alter table survey_answers drop column entered_month`.execute(db);
}
