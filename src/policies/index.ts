export * from './domain/applicability.js';
export * from './domain/caiq.js';
export * from './domain/pack.js';
export { documentOf } from './domain/article-source.js';
export { firstDayOf } from './domain/effective.js';
export { holds } from './domain/condition.js';
export * from './domain/words.js';
export {
  AUTHORIZING_OFFICIAL_SETTING,
  decimalSetting,
  numberSetting,
  settingFault,
  standingValue,
  switchesOffSafeguard,
  type SettingValue,
} from './domain/setting-value.js';
export { CAIQ } from './caiq-files.js';
export { loadPacks } from './load-packs.js';
export { findPack, readPack, SHIPPED_PACKS } from './pack-files.js';
export { PackInvalid } from './pack-invalid.js';
export { faultsOfForm } from './pack-schema.js';
export { PolicyLibrary } from './policy-library.js';
export { PoliciesModule } from './policies.module.js';
export { PolicyVersion } from './policy-version.entity.js';
