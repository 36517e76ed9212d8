import { describe, expect, it } from 'vitest';
import { charted } from '../../test/subcontracting/charted.js';
import { chainDiagram } from './chain-diagram.js';

describe('the drawing of a chain', () => {
  it('draws every firm with its rank, and joins it to the one above', () => {
    const svg = chainDiagram(
      charted([{ id: 'a' }, { id: 'b', passedOnById: 'a', status: 'unauthorized' }]),
      'ja',
    );

    expect(svg.match(/<title>/g)).toHaveLength(3);
    expect(svg.match(/<path\s/g)).toHaveLength(2);
    expect(svg).toContain('3次\u3000株式会社b');
    expect(svg).toContain('無承認\u3000福岡市\u3000JP');
    expect(svg).toContain('令和8年12月10日');
  });

  it('is the same for the same content', () => {
    const content = charted([{ id: 'a' }]);
    expect(chainDiagram(content, 'ja')).toBe(chainDiagram(content, 'ja'));
  });

  it('shows what people wrote and runs none of it', () => {
    const vendorName = '</text><script>alert(1)</script>\u202E';
    const svg = chainDiagram(charted([{ id: 'a', vendorName, work: '<b>&' }]), 'en');

    expect(svg).not.toMatch(/<script|<b>|\u202E/);
    expect(svg).toContain('&lt;b&gt;&amp;');
  });

  it('cuts a name that is wider than its box, and says it whole in its title', () => {
    const vendorName = '株式会社長大名称'.repeat(10);
    const svg = chainDiagram(charted([{ id: 'a', vendorName }]), 'ja');

    expect(svg).toMatch(/…<\/text/);
    expect(svg).toMatch(new RegExp(`<title>2次 ${vendorName}`));
  });

  it('leaves out what nothing came of, unless something below still stands', () => {
    const svg = chainDiagram(
      charted([
        { id: 'gone', status: 'ended', endedOn: '2026-12-01' },
        { id: 'left', passedOnById: 'gone', status: 'voided' },
        { id: 'drafted', status: 'draft' },
        { id: 'refused', status: 'rejected' },
      ]),
      'ja',
    );

    expect(svg).toContain('株式会社gone');
    expect(svg).toContain('株式会社left');
    expect(svg).not.toMatch(/株式会社(drafted|refused)/);
  });
});
