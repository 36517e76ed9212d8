import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { PageQuery } from '../shared/http/page.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { CertificatesService } from './certificates.service.js';
import {
  CertificateDto,
  CertificatePageDto,
  ChangeCertificateDto,
  RegisterCertificateDto,
  VerifyCertificateDto,
} from './dto/certificate.dto.js';

@ApiTags('vendors')
@Controller('v1/vendors/:id/certificates')
export class CertificatesController {
  constructor(private readonly service: CertificatesService) {}

  /** Registers a certificate of a vendor as it was seen. */
  @Post()
  @Requires('vendor:write')
  @Idempotent()
  @ApiId()
  @ApiProblems(404)
  registerVendorCertificate(
    @CurrentCaller() caller: Caller,
    @Id() vendorId: string,
    @Body() body: RegisterCertificateDto,
  ): Promise<CertificateDto> {
    return this.service.register(caller, vendorId, body);
  }

  /** Lists the certificates of a vendor in the order they were registered. */
  @Get()
  @Requires('vendor:read')
  @ApiId()
  @ApiProblems(404)
  listVendorCertificates(
    @CurrentCaller() caller: Caller,
    @Id() vendorId: string,
    @Query() query: PageQuery,
  ): Promise<CertificatePageDto> {
    return this.service.list(caller, vendorId, query);
  }

  /** Reads a certificate of a vendor. */
  @Get(':certificateId')
  @Requires('vendor:read')
  @ApiId()
  @ApiId('certificateId')
  @ApiProblems(404)
  readVendorCertificate(
    @CurrentCaller() caller: Caller,
    @Id() vendorId: string,
    @Id('certificateId') id: string,
  ): Promise<CertificateDto> {
    return this.service.read(caller, { vendorId, id });
  }

  /** Changes what is given of a certificate; a change of what was looked up voids the look-up. */
  @Patch(':certificateId')
  @Requires('vendor:write')
  @Versioned()
  @ApiId()
  @ApiId('certificateId')
  @ApiProblems(422)
  changeVendorCertificate(
    @CurrentCaller() caller: Caller,
    @Id() vendorId: string,
    @Id('certificateId') id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: ChangeCertificateDto,
  ): Promise<CertificateDto> {
    return this.service.change(caller, { vendorId, id }, expected, body);
  }

  /** Records that the certificate was looked up in the scheme's register, and what it showed. */
  @Post(':certificateId/verification')
  @Requires('vendor:write')
  @Idempotent()
  @Versioned()
  @ApiId()
  @ApiId('certificateId')
  verifyVendorCertificate(
    @CurrentCaller() caller: Caller,
    @Id() vendorId: string,
    @Id('certificateId') id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: VerifyCertificateDto,
  ): Promise<CertificateDto> {
    return this.service.verify(caller, { vendorId, id }, expected, body);
  }
}
