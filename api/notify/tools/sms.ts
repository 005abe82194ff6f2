// The way a text message leaves. A gateway is the department's own contract: until there is one, a stand-in only tells the log.
import { log } from '../../http/log.ts';

export type Sms = {
  /** Whether messages really reach a telephone; otherwise nothing counts as sent. */
  delivers: boolean;
  send(message: { to: string; text: string }): Promise<void>;
};

/** Writes to the log that a message would have gone out; neither number nor text. */
export const smsStandIn: Sms = {
  delivers: false,
  async send({ text }) {
    log.info({ channel: 'sms', characters: text.length }, 'text message not sent: no gateway');
  },
};
