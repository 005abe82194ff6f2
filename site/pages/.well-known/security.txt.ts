// Whom to tell of a hole in the portal (RFC 9116).
import type { APIRoute } from 'astro';
import { securityTxt } from '../../lib/feed/security-txt.ts';

export const prerender = false;

export const GET: APIRoute = ({ locals }) => securityTxt(locals);
