// Every cookie that the site sets on a visitor's device, with its age and purpose; the log-in's are the API's own.
import type { APIContext } from 'astro';
import { z } from 'zod';
import { draftMinutes } from '../../../api/drafts/draft.ts';

type Page = Pick<APIContext, 'cookies' | 'locals'>;
type Cookie = {
  name: string;
  /** What it is for, as the notice about personal data tells it. */
  purpose: string;
  path: string;
  minutes: number;
  sameSite: 'lax' | 'strict';
};

/** Read by whoever has the cookie: a random number, nothing about anybody. */
const open = {
  /** What makes a letter one letter: the same form, sent again, carries the same key as before. */
  form: {
    name: 'phieu',
    purpose: 'gửi lại một phiếu không thành hai hồ sơ',
    path: '/',
    minutes: 30,
    sameSite: 'lax',
  },
  /** The key of the letter that is being written, which waits sealed on the server. */
  draft: {
    name: 'ban-nhap',
    purpose: 'giữ phần đang viết khi quay lại hoặc tải lại trang',
    path: '/',
    minutes: draftMinutes,
    sameSite: 'lax',
  },
  /** The key of a form of staff that came after its session had ended: it waits sealed for its officer's log-in. */
  keptForm: {
    name: 'bieu-mau-do',
    purpose: 'giữ nội dung cán bộ vừa gõ khi phiên đăng nhập đã hết, để viết tiếp sau khi đăng nhập lại',
    path: '/can-bo',
    minutes: draftMinutes,
    sameSite: 'lax',
  },
  /** The scan of a poster that this browser came by: one answer to one round. */
  scan: {
    name: 'luot-khao-sat',
    purpose: 'một lượt quét mã phiếu khảo sát cho một phiếu trả lời',
    path: '/khao-sat',
    minutes: 60,
    sameSite: 'lax',
  },
} as const satisfies Record<string, Cookie>;

const Proven = z.object({ number: z.string(), secret: z.string() });

/** Sealed by the server: neither read nor forged by whoever has the cookie, never in an address. */
const sealed = {
  /** The case that a visitor has open. */
  case: {
    name: 'ho-so',
    purpose: 'mở hồ sơ của mình mà không phải gõ lại mã',
    path: '/',
    minutes: 30,
    sameSite: 'lax',
    holds: Proven,
  },
  /**
   * Under which published answers this device has pressed “Tôi cũng gặp”. It stands here alone: the portal keeps a
   * number for each answer, and no list of devices.
   */
  echoes: {
    name: 'toi-cung-gap',
    purpose: 'mỗi thiết bị chỉ bấm “Tôi cũng gặp” một lần dưới một câu trả lời; không ghi là ai',
    path: '/tra-loi',
    minutes: 180 * 24 * 60,
    sameSite: 'lax',
    holds: z.object({ numbers: z.array(z.string()).max(100) }),
  },
  /** The request that a visitor has just made. */
  request: {
    name: 'yeu-cau',
    purpose: 'mở yêu cầu của mình mà không phải gõ lại mã',
    path: '/bao-ve-du-lieu/yeu-cau',
    minutes: 30,
    sameSite: 'lax',
    holds: Proven,
  },
  /** A receipt that staff read out or print once; `splitFrom` is the case that the new one was taken out of. */
  receipt: {
    name: 'giay-bien-nhan',
    purpose: 'giấy biên nhận cán bộ vừa lập thay người gửi, để in hoặc đọc',
    path: '/can-bo/da-nhap',
    minutes: 15,
    sameSite: 'strict',
    holds: z.object({ ...Proven.shape, splitFrom: z.string().optional(), officer: z.string() }),
  },
  /** The key of a private calendar address, shown to who made it. */
  feed: {
    name: 'dia-chi-lich',
    purpose: 'địa chỉ lịch riêng cán bộ vừa tạo, để sao chép',
    path: '/can-bo/nghia-vu',
    minutes: 15,
    sameSite: 'strict',
    holds: z.object({ feedKey: z.string(), officer: z.string() }),
  },
} as const satisfies Record<string, Cookie & { holds: z.ZodType<object> }>;

export const cookies = { ...open, ...sealed };
type Sealed = { [Name in keyof typeof sealed]: z.output<(typeof sealed)[Name]['holds']> };

const isHttps = ({ locals }: Pick<Page, 'locals'>) => locals.origin.startsWith('https:');
// Over https under __Host-, which no other host of the domain can set or read; the prefix asks for the whole portal as
// the path.
const nameOf = (page: Pick<Page, 'locals'>, { name }: Cookie) => (isHttps(page) ? `__Host-${name}` : name);
const pathOf = (page: Pick<Page, 'locals'>, { path }: Cookie) => (isHttps(page) ? '/' : path);

function set(page: Page, cookie: Cookie, value: string): void {
  page.cookies.set(nameOf(page, cookie), value, {
    httpOnly: true,
    sameSite: cookie.sameSite,
    path: pathOf(page, cookie),
    maxAge: cookie.minutes * 60,
    secure: isHttps(page),
  });
}

const read = (page: Page, cookie: Cookie): string | undefined =>
  page.cookies.get(nameOf(page, cookie))?.value;

/** Sets a cookie that tells nobody anything; scripts cannot read it. */
export const setCookie = (page: Page, name: keyof typeof open, value: string): void =>
  set(page, open[name], value);

export const readCookie = (page: Page, name: keyof typeof open): string | undefined => read(page, open[name]);

/** Keeps something for the cookie's time in this browser, sealed. */
export function keepSealed<Name extends keyof Sealed>(page: Page, name: Name, value: Sealed[Name]): void {
  const until = Date.now() + sealed[name].minutes * 60_000;
  set(page, sealed[name], page.locals.vault.seal(JSON.stringify({ ...value, until })));
}

/** What was kept; undefined when there is nothing, it was forged, or its time is over. */
export function keptSealed<Name extends keyof Sealed>(page: Page, name: Name): Sealed[Name] | undefined {
  const opened = page.locals.vault.unseal(read(page, sealed[name]) ?? '');
  if (!opened) return undefined;
  const kept = JSON.parse(opened) as { until: number };
  return kept.until > Date.now() ? (sealed[name].holds.safeParse(kept).data as Sealed[Name]) : undefined;
}

export function forgetCookie(page: Page, name: keyof typeof cookies): void {
  page.cookies.delete(nameOf(page, cookies[name]), {
    path: pathOf(page, cookies[name]),
    secure: isHttps(page),
  });
}
