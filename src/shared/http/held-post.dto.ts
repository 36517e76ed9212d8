/** A post that somebody holds, or held when they acted. */
export class HeldPostDto {
  postId!: string;

  /** Role of the adopted policy, or of the account of a firm. @example 'section-manager' */
  roleId!: string;

  /** Unit the role is held in; null for roles of the whole body. */
  unitId!: string | null;

  /** Standing in for the holder (職務代理). */
  acting!: boolean;
}
