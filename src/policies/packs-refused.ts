/** The policy packs cannot be used as they are. The message tells whoever wrote or placed them why. */
export class PacksRefused extends Error {}
