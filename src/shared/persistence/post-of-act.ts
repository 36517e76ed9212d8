import { Column, ForeignKey } from 'typeorm';
import type { HeldPost } from '../authorization/caller.js';

/** A post as a row keeps it: by its id. What it is, the register of posts says. */
const BY_ID = {
  to: (post: HeldPost | null | undefined): string | null | undefined =>
    post === undefined ? undefined : (post?.postId ?? null),
  from: (): never => {
    throw new Error('The post of an act is read by `postOfAct`');
  },
};

/** The column of the post in which an act was done. Null where it was done before this was kept. */
export function PostOfAct(): PropertyDecorator {
  return Column('uuid', { nullable: true, transformer: BY_ID });
}

/** The foreign key of such a column. @param property of the column */
export function ActedInPost(name: string, property: string): ClassDecorator {
  return ForeignKey('Post', ['organizationId', property], ['organizationId', 'id'], { name });
}

/** SQL that reads the post of an act: role, unit, and whether it was held for another (職務代理). @param table its alias or name */
export function postOfAct(table: string, column: string): string {
  return `(SELECT json_build_object('postId', ap.id, 'roleId', ap.role_id, 'unitId', ap.unit_id, 'acting', ap.acting)
    FROM posts ap WHERE ap.organization_id = ${table}.organization_id AND ap.id = ${table}.${column})`;
}
