// Reads content/surveys: every questionnaire through the schema, keyed by the name of its file.
import fs from 'node:fs/promises';
import path from 'node:path';
import { readYaml } from '../content/read.ts';
import { SurveyFile, type Survey } from './schema.ts';

/** Throws an Error in Vietnamese that names the file and the place. */
export async function readSurveys(from: string): Promise<Map<string, Survey>> {
  const names = (await fs.readdir(path.join(from, 'surveys')))
    .filter((name) => name.endsWith('.yaml'))
    .toSorted();
  const surveys = await Promise.all(
    names.map(async (name) => ({
      id: path.basename(name, '.yaml'),
      ...(await readYaml(from, `surveys/${name}`, SurveyFile)),
    })),
  );
  return new Map(surveys.map((survey) => [survey.id, survey]));
}
