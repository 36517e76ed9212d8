import type { InputFault } from '../../shared/domain/domain-error.js';

/** How a cloud service is provided; an LGWAN-ASP stands inside the LGWAN and is listed by J-LIS. */
export const SERVICE_MODELS = ['iaas', 'paas', 'saas', 'lgwan-asp'] as const;
export type ServiceModel = (typeof SERVICE_MODELS)[number];

/** What a provider does with information at a place. */
export const REGION_USES = ['storage', 'backup', 'logs', 'processing', 'support-access'] as const;
export type RegionUse = (typeof REGION_USES)[number];

/** A place where a service handles information: country (ISO 3166-1 alpha-2), region, and what for. */
export interface Region {
  readonly country: string;
  /** The provider's own id of the region; null where it names none. */
  readonly providerRegion: string | null;
  readonly use: RegionUse;
}

/** Where a cloud service contradicts itself. */
export function faultsOf(service: {
  readonly serviceModel: ServiceModel;
  readonly insideLgwan: boolean;
}): InputFault[] {
  if (service.serviceModel !== 'lgwan-asp' || service.insideLgwan) return [];
  return [
    {
      pointer: '#/insideLgwan',
      detail: {
        ja: 'LGWAN-ASP は LGWAN 内のサービスとして登録してください。',
        en: 'An LGWAN-ASP service is inside the LGWAN.',
      },
    },
  ];
}

/** Tells regions apart; two with the same key are one. */
export function regionKey({ country, providerRegion, use }: Region): string {
  return JSON.stringify([country, providerRegion, use]);
}

/** What turns the regions a service has into those it is to have; what stays is left alone. */
export function regionChanges<Current extends Region>(
  current: readonly Current[],
  wanted: readonly Region[],
): { readonly ended: Current[]; readonly added: Region[] } {
  const had = new Set(current.map(regionKey));
  const wants = new Set(wanted.map(regionKey));
  return {
    ended: current.filter((region) => !wants.has(regionKey(region))),
    added: wanted.filter((region) => !had.has(regionKey(region))),
  };
}
