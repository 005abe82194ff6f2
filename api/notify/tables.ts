// What was sent, without names or addresses, as Kysely sees it.
export type NotifyTables = {
  sentNotices: {
    caseId: string;
    seq: number;
    channel: 'email' | 'sms';
    claimedAt: Date;
    sentAt: Date | null;
  };
};
