// The words of the hotline in English; the Vietnamese page has its own.
export const hotline = {
  title: 'Hotline and where to turn',
  description: 'Channels for feedback and petitions about administrative rules and how they are applied.',
  lead: 'The department welcomes what individuals and organisations report about administrative rules and how procedures are carried out.',
  where: 'Where to turn',
  reckoned: (moment: string) =>
    `Open or closed is reckoned at ${moment}, with public holidays and make-up days. Reload the page to reckon it again.`,
  staff:
    'The names and descriptions below are in Vietnamese, as published. The portal does not know whether a channel answers in English.',
  what: 'What can be sent',
  kinds: 'Eight kinds, by Article 5 of Decree No. 20/2008/ND-CP:',
  needed: 'What it must have',
  neededLanguage: 'It is written in Vietnamese, and its content is clear.',
  neededSender:
    'It names the sender, with address and telephone number (or e-mail address), so that the department can reach you.',
  neededWay:
    'It comes in writing, by the online form, by e-mail, or by a call to the dedicated number published above.',
  ground:
    'Legal ground: Articles 6 and 7, Decree No. 20/2008/ND-CP. Your name does not appear in the published answer.',
  notTaken: 'No complaints or denunciations',
  notTakenText:
    'These channels do not take complaints against a decision (khieu nai) or denunciations of an offence (to cao): Article 1, Decree No. 20/2008/ND-CP. These are brought to the competent authority in writing or in person. [Where and how (in Vietnamese)](/phan-anh).',
} as const;
