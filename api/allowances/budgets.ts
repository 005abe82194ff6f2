// What is limited, how much of it, and for whom: every budget of the portal in one table. Pure.

/** `most` charges in `withinSeconds` for one network; 0 is no limit. */
export type Allowance = { what: string; most: number; withinSeconds: number };

/** An allowance as it stands for one network or for everybody: its key, and how many seconds of the window a charge costs. */
export type Budget = { key: Buffer; cost: number };

/** How many networks of one subscriber's kind a wider network counts as. */
export const wideFactor = 4;
/** How many networks may use their budgets up at the same time before everybody has to wait. */
export const everybodyFactor = 100;

const tenMinutes = 600;
const oneDay = 86_400;

type Settings = { SUBMISSIONS_PER_10_MINUTES: number; UPLOADS_PER_10_MINUTES: number };

/**
 * The budgets, as multiples of the two settings. An office or a village may share one address: a budget bounds what
 * one network can cost the others, it is no measure of what a person may do.
 */
export function allowancesOf(settings: Settings) {
  const letters = settings.SUBMISSIONS_PER_10_MINUTES;
  const budget = (what: string, most: number): Allowance => ({ what, most, withinSeconds: tenMinutes });
  return {
    /** Phản ánh, kiến nghị sent, valid or not. */
    submission: budget('submission', letters),
    /** Codes that opened nothing; what opened its case is given back. */
    wrongCode: budget('wrong-code', letters),
    subscription: budget('subscription', letters),
    surveyAnswer: budget('survey-answer', letters),
    /** “Tôi cũng gặp” under published answers. */
    echo: budget('echo', letters),
    /** A word on whether a page helps. */
    pageRating: budget('page-rating', letters),
    /** Rights over data, help, a lost code; each may try a code of a case. */
    request: budget('request', letters),
    /** Letters that somebody asks for: a receipt, a link to a new code, proof of an address. */
    askedLetter: budget('asked-letter', letters),
    /** The same of one case, whoever asks: no mailbox is filled from here. `whose` names it without telling it. */
    letterOfOne: (kind: string, whose: string): Allowance => ({
      what: `asked-letter/${kind}/${whose}`,
      most: 3,
      withinSeconds: oneDay,
    }),
    /** Files sent, taken or not. */
    upload: budget('upload', settings.UPLOADS_PER_10_MINUTES),
    /** Pages posted: a form is sent, looked over, mended and sent again. */
    citizenForm: budget('citizen-form', letters * 3),
    /** An office works behind one address all day. */
    staffForm: budget('staff-form', letters * 20),
    /** Questions to passkeys: an office signs in behind one address in the morning. */
    passkey: budget('passkey', letters * 5),
    /** Drafts kept between two pages of a form: no more than forms are posted. */
    draft: budget('draft', letters * 3),
    /** Forms with files are heavy, and each may hold several. */
    formWithFiles: budget('form-with-files', settings.UPLOADS_PER_10_MINUTES),
    /** “Tôi cũng gặp” under one answer: a household or an office behind one address, not a crowd. */
    echoOfOne: (number: string): Allowance => ({ what: `echo/${number}`, most: 10, withinSeconds: oneDay }),
    /** Searching and comparing cost more than reading. */
    search: budget('search', letters * 20),
    comparison: budget('comparison', letters * 10),
    /** Small questions that are posted: signatures looked at, waiting files named. */
    question: budget('question', letters * 20),
  };
}
