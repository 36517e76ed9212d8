/** What a body may be at most; documented in the contract's description. */
export const BODY_LIMITS = { bytes: 1_048_576, maxDepth: 32, maxNodes: 50_000 } as const;

/** What the form of a page may be at most: percent-encoded, a Japanese character takes nine bytes. */
export const FORM_LIMITS = { bytes: 4_194_304, fields: 2000 } as const;
