import { OmitType, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../../shared/http/page.js';
import { CalendarDay, IsId, MayBeLeftOut, ShortText } from '../../shared/http/validators.js';
import { SERVICE_MODELS, type ServiceModel } from '../domain/cloud-service.js';
import { WebAddress } from './web-address.js';

export class RegisterCloudServiceDto {
  /** The provider. */
  @IsId()
  vendorId!: string;

  /** Name as the provider writes it. @example '庁内ファイル共有サービス' */
  @ShortText()
  name!: string;

  /** The edition or plan that is used; certificates may cover another one. @example '自治体版' */
  @IsOptional()
  @ShortText()
  edition?: string | null;

  /** What is provided: infrastructure (`iaas`), a platform (`paas`), software (`saas`), or an application service inside the LGWAN (`lgwan-asp`). */
  @IsIn(SERVICE_MODELS)
  serviceModel!: ServiceModel;

  /** Whether it is reached inside the LGWAN; if left out, only an LGWAN-ASP is. */
  @MayBeLeftOut()
  @IsBoolean()
  insideLgwan?: boolean;

  /** The provider's page about it. */
  @IsOptional()
  @WebAddress()
  url?: string | null;
}

export class ChangeCloudServiceDto extends PartialType(
  OmitType(RegisterCloudServiceDto, ['vendorId'] as const),
  { skipNullProperties: false },
) {
  /** The day the provider ended it. */
  @IsOptional()
  @CalendarDay()
  endedOn?: string | null;
}

export class ListCloudServicesQuery extends PageQuery {
  /** Only services of this provider. */
  @MayBeLeftOut()
  @IsId()
  vendorId?: string;

  /** Part of the name; width, case and old characters do not matter. @example 'ファイル共有' */
  @MayBeLeftOut()
  @ShortText()
  name?: string;
}

/** A cloud service that the body uses or looks at. */
export class CloudServiceDto {
  id!: string;

  /** Also sent as `ETag`; it rises with a change of the regions too. */
  version!: number;

  vendorId!: string;

  name!: string;

  edition!: string | null;

  serviceModel!: ServiceModel;

  insideLgwan!: boolean;

  url!: string | null;

  endedOn!: string | null;
}

export class CloudServicePageDto {
  items!: CloudServiceDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
