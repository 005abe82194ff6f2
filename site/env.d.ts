// What the server hands to every on-demand page as `Astro.locals` (made in api/doors/pages.ts).
/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The API in process, as this visitor: cookie and client address are forwarded. */
    api: import('../api/client.ts').ApiClient;
    /** The address people use in their browser, such as https://dichvu.example.vn; no slash at the end. */
    origin: string;
    /** PUBLIC_ORIGIN; without it the own machine's address where somebody tries the portal out, else empty. */
    publicOrigin: string;
    /** Whether PUBLIC_ORIGIN is set. */
    isOriginKnown: boolean;
    /** The visitor's network address, believed from X-Forwarded-For only behind a trusted proxy. */
    clientAddress: string;
    /** The portal's clock when the request came in. */
    now: Date;
    /** Seals what a visitor's cookie must carry (AES-GCM, api/crypto/keys.ts): unreadable and unforgeable outside. */
    vault: { seal(text: string): string; unseal(sealed: string): string | undefined };
    /** Names the request in the log; shown on error pages. */
    requestId: string;
    /** Set when a call of this page was answered 503; a page that then fails is sent as 503, not 500. */
    isDatabaseAway: boolean;
    /** The portal itself reads a part of one of its pages (api/doors/living-parts.ts). */
    isPart?: boolean;
    /** The form that was posted to the page, as the door has read it; absent where none was. */
    form?: FormData;
    /** The token of the officer's forms, once the page knows who looks at it (site/lib/staff/staff-session.ts). */
    formToken?: string;
    /** Why a posted form was not taken, for the page that keeps its words (site/lib/form/kept-words.ts). */
    lost?: import('./lib/form/kept-words.ts').Lost;
    /** What is shown where this page fails, in its language, as it was built; Astro knows the Vietnamese one alone. */
    failedPage?(): string | undefined;
    /** What was typed when the session ended, for its officer to send again (site/lib/staff/kept-form.ts). */
    keptForm?: import('./lib/staff/kept-form.ts').KeptForm;
    /** Told which page it is (`/tra-loi/[number]`), for the log; absent while the site is built. */
    routeIs?(pattern: string): void;
    /** A new token for the forms of this page (site/components/FormToken.astro). */
    pageToken(): string;
    /** A posted form that the door did not take, for the page that shows what was typed (site/pages/gui-lai.astro). */
    refused?: {
      status: number;
      title: string;
      detail: string;
      fields: [name: string, value: string][];
      /** Where the form was sent. */
      action: string;
      mayResend: boolean;
    };
  }
}

/** The day (Việt Nam, YYYY-MM-DD) whose state of things the build shows: astro.config.mjs. */
declare const __BUILT_ON__: string;

/** The folder of content that this build shows. */
declare const __CONTENT_DIR__: string;

/** The address the portal is known by (PUBLIC_ORIGIN at the build), no slash at the end; empty where none was set. */
declare const __PUBLIC_ORIGIN__: string;
