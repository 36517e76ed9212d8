export { accountSheet } from './account-sheet.js';
export { foundSampleOnFirstStart } from './first-start.js';
export { sampleBody } from './sample-body.js';
export { SAMPLE_TOWN } from './sample-town.js';
export { SAMPLE_UNION } from './sample-union.js';
export { TINY_TOWN } from './tiny-town.js';
