/**
 * `unscanned`: no scanner was set up when it came; `clean`: scanned and nothing found; `quarantined`: malware was
 * found, so nobody gets the content and nothing can name it as evidence.
 */
export const FILE_STATES = ['unscanned', 'clean', 'quarantined'] as const;
export type FileState = (typeof FILE_STATES)[number];
