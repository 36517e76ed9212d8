/**
 * Somebody of a vendor who acts in the affairs of a body. They are nobody of the body: what they are called stands
 * still as it was when they acted.
 */
export interface VendorPerson {
  /** How they came: signed in for the account of a firm, or by a link that the body handed out. */
  readonly kind: 'firm' | 'link';
  readonly name: string;
  readonly email: string;
  /** The account of the firm; null where they came by a link. */
  readonly firmId: string | null;
}
