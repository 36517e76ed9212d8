import { EACH } from './counts.js';
import { sqlId } from './ids.js';
import { rows, sibling, type Section } from './section.js';

/** Firms, their cloud services and their certificates. */
export function vendors(organizations: number): readonly Section[] {
  return [
    {
      table: 'vendors',
      from: rows(organizations, EACH.vendors),
      columns: {
        id: sqlId('vendor', 'x.n'),
        version: '1',
        name: `'株式会社架空システム' || x.j`,
        search_key: `'架空システム' || x.j`,
        corporate_number: `'9' || lpad(x.n::text, 12, '0')`,
        address: `'熊本県菊池郡一丁目' || x.j || '番'`,
        contact_name: `'営業部 山田'`,
        contact_email: `'v' || x.j || '@vendor.example'`,
        suspended_until: 'CASE WHEN x.j % 40 = 0 THEN current_date + 90 END',
      },
    },
    {
      table: 'cloud_services',
      from: rows(organizations, EACH.services),
      columns: {
        id: sqlId('service', 'x.n'),
        version: '1',
        vendor_id: sibling('vendor', 'x.j'),
        name: `'架空クラウド' || x.j`,
        search_key: `'架空クラウド' || x.j`,
        service_model: `'saas'`,
        inside_lgwan: 'false',
      },
    },
    {
      table: 'vendor_certificates',
      from: rows(organizations, EACH.certificates),
      columns: {
        id: sqlId('certificate', 'x.n'),
        version: '1',
        vendor_id: sibling('vendor', 'x.j'),
        scheme: `(ARRAY['iso27001', 'privacy-mark', 'ismap', 'iso27017'])[1 + x.j % 4]`,
        number: `'C-' || x.n`,
        edition: `CASE WHEN x.j % 4 = 0 THEN '2022' END`,
        scope: `'全社'`,
        valid_from: 'current_date - 700',
        valid_until: 'current_date + (x.n * 37 % 900)::int - 100',
      },
    },
  ];
}
