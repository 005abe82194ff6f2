// The tables of surveys as Kysely sees them.
import type { ColumnType, Generated, Insertable } from 'kysely';
import type { Answers } from './answers.ts';
import type { Channel } from './round.ts';
import type { Survey } from './schema.ts';

export type NewAnswers = Insertable<SurveyTables['surveyAnswers']>;

type Json<Value> = ColumnType<Value, string, string>;

export type SurveyTables = {
  surveyVersions: {
    surveyId: string;
    version: number;
    hash: string;
    content: Json<Survey>;
    frozenAt: Date;
  };
  surveyRounds: {
    id: string;
    surveyId: string;
    surveyVersion: number;
    title: string;
    opensOn: string;
    closesOn: string;
    papersUntil: string;
    procedures: Json<string[]>;
    counters: Json<string[]>;
    channels: Json<Channel[]>;
    target: number;
    formsIssued: number | null;
    closedOn: string | null;
    createdBy: string;
    createdAt: Date;
  };
  surveyTokensBurnt: { roundId: string; tokenHash: Buffer; formHash: Buffer };
  surveyPending: { id: Generated<string>; roundId: string; channel: 'web' | 'qr'; sealed: string };
  surveyAnswers: {
    id: Generated<string>;
    roundId: string;
    channel: Channel;
    answers: Json<Answers>;
    isValid: boolean;
    procedure: string | null;
    field: string | null;
    filing: string | null;
    respondent: string | null;
    quarter: string | null;
    opinions: number;
    satisfied: number;
    points: number;
    scored: number;
  };
  surveyPapers: {
    id: Generated<string>;
    roundId: string;
    scanNumber: string;
    answers: Json<Answers> | null;
    enteredBy: string;
    enteredOn: string;
    checkWanted: Generated<boolean>;
    checkedAnswers: Json<Answers> | null;
    checkedBy: string | null;
    checkedOn: string | null;
    settledBy: string | null;
    settledOn: string | null;
  };
  surveyResults: { roundId: string; tally: Json<unknown>; public: Json<unknown>; madeAt: Date };
};
