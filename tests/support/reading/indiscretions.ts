// What a log must not hold: texts that are nobody else's business, and traces of the program's insides.

const stackLine = /^\s+at .+:\d+:\d+\)?$|"stack":|node:internal\//m;
const squeezed = (text: string) => text.normalize('NFC').toLowerCase().replaceAll(/[\s-]/g, '');

/** Those of the given texts that stand in what was written down, however spaced, and the first stack trace. */
export function indiscretions(written: string, confidential: readonly string[]): string[] {
  const plain = squeezed(written);
  const told = confidential.filter((text) => plain.includes(squeezed(text)));
  return [...told, ...(stackLine.exec(written) ?? [])];
}

/** The addresses that hold one of the given texts, plain or percent-encoded. */
export function indiscreetAddresses(addresses: readonly string[], confidential: readonly string[]): string[] {
  const decoded = (address: string) => decodeURIComponent(address.replaceAll('+', ' '));
  return addresses.filter((address) =>
    confidential.some((text) => squeezed(decoded(address)).includes(squeezed(text))),
  );
}
