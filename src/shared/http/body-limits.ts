/** What a body may be at most; documented in the contract's description. */
export const BODY_LIMITS = { bytes: 1_048_576, maxDepth: 32, maxNodes: 50_000 } as const;
