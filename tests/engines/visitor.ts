// What a walk asks of a browser, whichever engine and protocol is behind it.

/** An element, in the words of its protocol. */
export type Handle = string;

/** `source` is the text of a function of the page; what it returns must be JSON. */
export type Visitor = {
  go(url: string): Promise<void>;
  back(): Promise<void>;
  ask<T>(source: string, ...given: string[]): Promise<T>;
  pick(source: string, ...given: string[]): Promise<Handle | undefined>;
  /** By pointer and keys, as people do, not by script. */
  click(element: Handle): Promise<void>;
  type(element: Handle, text: string): Promise<void>;
  close(): Promise<void>;
};
