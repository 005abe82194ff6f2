// The words of the first page in English; the Vietnamese page has its own.
export const home = {
  title: 'Home',
  description: 'Administrative procedures, feedback and hotline of the department, in English.',
  lead: 'Clear procedures, and an answer to what you report',
  ask: 'What do you need to do?',
  often: 'Often looked for',
  send: 'Send feedback',
  sendText:
    'About slow or obstructive conduct, or about a rule that does not work. No account is needed. You get a case number and a due date at once.',
  sendButton: 'Open the form',
  follow: 'Follow a case',
  followText:
    'See where it stands and when it will be answered. You need the case number and the look-up code of your receipt.',
  followButton: 'Open a case',
  hotline: 'Hotline',
  hotlineText:
    'Whom to call or write to, and whether they are open now: [channels and opening hours](/duong-day-nong).',
  steps: 'What happens to what you send',
  stepSend: '**You send it.** You get a case number, a look-up code and a due date, counted in working days.',
  stepTriage: (days: number) =>
    `**The department classifies it** within ${days} working days. What is not its business is passed on, and you are told.`,
  stepAnswer: (days: number) =>
    `**It is handled and answered** within ${days} working days of receipt. If something is missing, you are asked for it.`,
  stepPublish: (days: number) =>
    `**The answer is published** within ${days} working days, without anything that tells who you are. You say whether you are satisfied.`,
  workingDays:
    'Working days are Monday to Friday without Vietnamese public holidays. All times are Vietnam time (UTC+7).',
  language: 'What is in English and what is not',
  languageText:
    'This way is in English: finding a procedure, sending feedback, following a case, the hotline, personal data, and the e-mails about your case. Names and contents of procedures, legal documents and the answers of the department stay in Vietnamese: the Vietnamese text governs.',
  inVietnamese:
    'Only in Vietnamese: [list of procedures](/thu-tuc), [public answers](/tra-loi), [figures](/so-lieu), [library of documents](/van-ban).',
} as const;
