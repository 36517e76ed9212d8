import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { CertificatesService } from './certificates.service.js';
import {
  ServiceCertificatePageDto,
  ServiceCertificatesQuery,
} from './dto/service-certificate.dto.js';

@ApiTags('cloud-services')
@Controller('v1/cloud-services/:id/certificates')
export class ServiceCertificatesController {
  constructor(private readonly service: CertificatesService) {}

  /** Lists the certificates of a cloud service's provider, each held against the service, its places and a site. */
  @Get()
  @Requires('vendor:read')
  @ApiId()
  @ApiProblems(404)
  listCloudServiceCertificates(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Query() query: ServiceCertificatesQuery,
  ): Promise<ServiceCertificatePageDto> {
    return this.service.listForService(caller, id, query);
  }
}
