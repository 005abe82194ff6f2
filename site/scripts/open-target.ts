// A link to what is folded opens it: by itself a browser unfolds only what a target lies in, and older ones not even that.
const openTo = (hash: string): Element | null => {
  const target = document.getElementById(decodeURIComponent(hash.slice(1)));
  for (let fold = target?.closest('details'); fold; fold = fold.parentElement?.closest('details'))
    fold.open = true;
  return target;
};

document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
  if (link) openTo(link.hash);
});

if (location.hash) openTo(location.hash)?.scrollIntoView();
