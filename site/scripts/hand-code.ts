// Takes the code of a link from behind its # into the field, and out of the address: neither history nor reload shows it.
const field = document.querySelector<HTMLInputElement>('input[name=code]');
const code = location.hash.slice(1);
if (field && /^[\w-]{10,40}$/.test(code)) {
  field.value = code;
  history.replaceState(null, '', location.pathname);
}
