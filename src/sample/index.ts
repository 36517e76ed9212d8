export { accountSheet } from './account-sheet.js';
export { foundSampleOnFirstStart } from './first-start.js';
export { SAMPLE_TOWN } from './sample-town.js';
export { TINY_TOWN } from './tiny-town.js';
