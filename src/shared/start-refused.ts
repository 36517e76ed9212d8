/** The service does not start for a reason that its operator mends, who looks for no line of this program. */
export class StartRefused extends Error {}
