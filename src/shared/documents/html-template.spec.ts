import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from './html-template.js';

describe('HTML from a template', () => {
  it('never takes what is put in for HTML', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { text: page } = html`<p title="${text}">${text}</p>`;
        const inside = page.slice('<p title="'.length, -'</p>'.length);

        expect(inside.replace('">', '')).not.toMatch(/[<>"']/);
      }),
    );
  });

  it('takes HTML for HTML, lists of it, and null for nothing', () => {
    const items = ['a', '<b>'].map((item) => html`<i>${item}</i>`);

    expect(html`<b>${items}</b>${null}${3}`.text).toBe('<b><i>a</i><i>&lt;b&gt;</i></b>3');
  });
});
