import { generateSync } from 'otplib';

const STEP_SECONDS = 30;

/** An authenticator app with one secret. It never shows the same code twice, since none works twice. */
export class AuthenticatorApp {
  private last = 0;

  constructor(private readonly secret: string) {}

  /** A code that is right now and was not shown before: at most three within half a minute. */
  code(): string {
    const now = Math.floor(Date.now() / 1000 / STEP_SECONDS);
    const step = Math.max(this.last + 1, now - 1);
    if (step > now + 1) throw new Error('No code is left to show');
    this.last = step;
    return this.at(step);
  }

  /** A code of six digits that is not right, nor soon will be. */
  wrongCode(): string {
    const now = Math.floor(Date.now() / 1000 / STEP_SECONDS);
    const right = [-2, -1, 0, 1, 2].map((away) => this.at(now + away));
    const wrong = ['000000', '111111', '222222', '333333', '444444', '555555'];
    return wrong.find((code) => !right.includes(code)) ?? '';
  }

  private at(step: number): string {
    return generateSync({ secret: this.secret, epoch: step * STEP_SECONDS });
  }
}
