/**
 * Whom an engagement `e` is contracted with and what it uses, as joins: `u` its section, `v` the
 * vendor, `c` the cloud service. The vendor is the one recorded at selection or takeover.
 */
export const PARTIES = `
  JOIN org_units u ON u.organization_id = e.organization_id AND u.id = e.unit_id
  LEFT JOIN vendors v ON v.organization_id = e.organization_id AND v.id = e.vendor_id
  LEFT JOIN cloud_services c ON c.organization_id = e.organization_id AND c.id = e.cloud_service_id`;
