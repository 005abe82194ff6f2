// One day as a calendar file, for the letter that names it; sent again it stands in the same place of the calendar.

export type NamedDay = {
  /** YYYY-MM-DD in Việt Nam. */
  on: string;
  title: string;
  uid: string;
  /** When the letter is written. */
  at: Date;
};

/** The text of an .ics file with one whole day, which leaves its owner free. */
export async function dayCalendar({ on, title, uid, at }: NamedDay): Promise<string> {
  const { default: ical, ICalCalendarMethod, ICalEventTransparency } = await import('ical-generator');
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'minh-bach', product: 'thu' },
  });
  calendar.createEvent({
    id: uid,
    // The library writes the local fields of a Date; without a zone in the text it is read as local.
    start: new Date(`${on}T00:00:00`),
    allDay: true,
    summary: title,
    stamp: at,
    transparency: ICalEventTransparency.TRANSPARENT,
  });
  return calendar.toString();
}
