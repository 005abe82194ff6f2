// Shows the page that came as the answer to a form which a script has posted, in the place of the page that posted it.

/** The new part of the page; undefined where the answer is no page of the portal: then all stays as it is. */
export function showInstead(html: string): Element | undefined {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const [here, there] = [document.querySelector('main'), page.querySelector('main')];
  if (!here || !there) return undefined;
  document.title = page.title;
  here.replaceWith(there);
  const heading = there.querySelector<HTMLElement>('.error-summary, h1');
  if (heading) {
    heading.tabIndex = -1;
    heading.focus();
  }
  scrollTo(0, 0);
  return there;
}
