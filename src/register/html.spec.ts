import { describe, expect, it } from 'vitest';
import { html } from './html.js';

describe('html', () => {
  it('escapes what is put into it, in texts and attributes', () => {
    const evil = `<script>alert("x")</script>&'`;
    expect(html`<p title="${evil}">${evil}</p>`.text).toBe(
      '<p title="&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;">' +
        '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;</p>',
    );
  });

  it('leaves HTML as it is, one piece or many, and nothing empty', () => {
    const items = ['a', '<'].map((text) => html`<li>${text}</li>`);
    expect(html`<b>${items}${html`<i>x</i>`}${null}${0}</b>`.text).toBe(
      '<b><li>a</li><li>&lt;</li><i>x</i>0</b>',
    );
  });

  it('keeps line ends', () => {
    expect(html`${'一\n二'}`.text).toBe('一<br>二');
  });
});
