import { Notice } from './notice.entity.js';

export type { NoticeCode } from './domain/notice-words.js';
export { Notices } from './notices.js';
export { NotificationsModule } from './notifications.module.js';
export const notificationEntities = [Notice];
