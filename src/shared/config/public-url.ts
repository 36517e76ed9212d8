/** Where people's browsers reach the service. Security keys are bound to its host (RP ID). */
export class PublicUrl {
  readonly origin: string;
  readonly host: string;

  constructor(url: string) {
    const { origin, hostname } = new URL(url);
    this.origin = origin;
    this.host = hostname;
  }
}
