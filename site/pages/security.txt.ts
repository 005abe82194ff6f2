// The same as /.well-known/security.txt, where older programs look.
import type { APIRoute } from 'astro';
import { securityTxt } from '../lib/feed/security-txt.ts';

export const prerender = false;

export const GET: APIRoute = ({ locals }) => securityTxt(locals);
