/** What a new pack extends unless its author says otherwise. */
export const DEFAULT_PARENT = 'common-checklist@1';
