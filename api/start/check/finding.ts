// One thing that content:check found: an error stops publishing, a warning is work for the department.
export type Finding = { level: 'error' | 'warning'; place: string; sentence: string };
