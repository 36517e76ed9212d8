import { Module } from '@nestjs/common';
import { PolicyContentController } from './policy-content.controller.js';
import { PolicyContentQueries } from './policy-content.queries.js';
import { PolicyLibrary } from './policy-library.js';

@Module({
  controllers: [PolicyContentController],
  providers: [PolicyContentQueries, PolicyLibrary],
  exports: [PolicyLibrary],
})
export class PoliciesModule {}
