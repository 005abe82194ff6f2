// The walk of a citizen: find a procedure, send a letter about it, keep the receipt, look the case up, go back.
import { eventually } from '../support/run/eventually.ts';
import type { Visitor } from './visitor.ts';

const person = {
  body: 'Bộ phận tiếp nhận vẫn đòi bản giấy của biểu mẫu đã nộp trực tuyến (dữ liệu thử).',
  name: 'Người Thử Nghiệm',
  address: 'Thôn Thử, xã Thử, tỉnh Quảng Ngãi',
  phone: '0900000000',
};
const chosen = ['contentCode=5.2', 'kind=person', 'readPrivacyNotice=true'];

// Only what can be seen: a page has more than one way to the same place, and fields that nobody sees.
const linkTo = `(start) => [...document.querySelectorAll('main a')].find((link) =>
  link.getAttribute('href')?.startsWith(start) && link.checkVisibility())`;
const byName = `(name) => [...document.querySelectorAll('main [name="' + name + '"]')].find((one) =>
  one.type !== 'hidden' && one.checkVisibility() && one.value === '') ?? null`;
const choice = `(wish) => {
  const [name, value] = wish.split('=');
  const all = [...document.querySelectorAll('main input[name="' + name + '"]')];
  const one = all.find((input) => input.type === 'checkbox' || (input.type === 'radio' && input.value === value));
  return one && !one.checked ? one.labels[0] : null;
}`;
const onward = `() => [...document.querySelectorAll('main button')].find((one) =>
  ['Gửi phản ánh, kiến nghị', 'Xem lại trước khi gửi', 'Tiếp tục'].includes(one.innerText.trim()))`;
const textOf = '(css) => document.querySelector(css)?.innerText ?? null';
/** Marks the page, so that the next one is known by lacking it. */
const leave = '() => { window.left = true; return true; }';
const isNew = '() => window.left !== true && document.readyState === "complete"';

/** Tells each leg by `say`; throws where one does not lead on. */
export async function walk(visitor: Visitor, origin: string, say: (leg: string) => void): Promise<void> {
  const here = () => visitor.ask<string>('() => location.pathname');
  const must = async (what: string, source: string, ...given: string[]) =>
    await eventually(what, () => visitor.pick(source, ...given).catch(() => undefined));
  const follow = async (what: string, source: string, ...given: string[]) => {
    const element = await must(what, source, ...given);
    await visitor.ask(leave);
    await visitor.click(element);
    await eventually(`${what} leads on`, () => visitor.ask<boolean>(isNew).catch(() => false));
  };

  await visitor.go(`${origin}/tim-kiem?q=buu%20chinh`);
  await follow('a procedure is found', linkTo, '/thu-tuc/');
  say(`found ${await here()}`);
  await follow('a way to write about it', linkTo, '/phan-anh/gui');
  for (let screens = 0; (await here()) !== '/phan-anh/da-gui'; screens += 1) {
    if (screens > 8) throw new Error(`no receipt after ${screens} screens, at ${await here()}`);
    for (const [name, text] of Object.entries(person)) {
      const field = await visitor.pick(byName, name);
      if (field) await visitor.type(field, text);
    }
    for (const wish of chosen) {
      const label = await visitor.pick(choice, wish);
      if (label) await visitor.click(label);
    }
    await follow('the form goes on', onward);
  }
  const [number, secret] = [
    await visitor.ask<string>(textOf, '#ma-ho-so'),
    await visitor.ask<string>(textOf, '#ma-tra-cuu'),
  ];
  if (!/^PAKN-\d{4}-\d{6}$/.test(number ?? '') || !secret) throw new Error(`no receipt: ${number}`);
  say(`sent, receipt ${number}`);

  await visitor.go(`${origin}/tra-cuu`);
  await visitor.type(await must('a field for the number', byName, 'number'), number);
  await visitor.type(await must('a field for the code', byName, 'secret'), secret);
  await follow('the case opens', `() => document.querySelector('main form button:not([type=button])')`);
  if (!(await visitor.ask<string>(textOf, 'main'))?.includes(number))
    throw new Error('the case is not shown');
  say(`looked up at ${await here()}`);

  await visitor.ask(leave);
  await visitor.back();
  await eventually(
    'the page before is there again',
    async () => (await visitor.ask<string>('() => location.pathname').catch(() => '')) === '/tra-cuu',
  );
  const heading = await visitor.ask<string>(textOf, 'h1');
  if (!heading) throw new Error('going back leads to an empty page');
  say(`back at /tra-cuu: ${heading}`);
}
