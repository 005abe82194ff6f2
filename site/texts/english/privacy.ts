// The words around the notice about personal data in English.
export const privacy = {
  title: 'Personal data',
  description:
    'Which personal data the department collects on this portal, what for, who may see it and how long it is kept.',
  governs: (day: string) =>
    `This renders the Vietnamese notice of ${day}, which governs. When you agree to something on an English page, that version is recorded with your consent.`,
  notYet:
    'The Vietnamese notice has a newer version than its English rendering. The version in force follows in Vietnamese.',
  vietnamese: 'The Vietnamese notice, with its earlier versions',
  request: 'Send a request about personal data (in Vietnamese)',
} as const;
