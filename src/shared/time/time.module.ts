import { Global, Module } from '@nestjs/common';
import { BusinessClock, SystemClock } from './clock.js';

@Global()
@Module({ providers: [BusinessClock, SystemClock], exports: [BusinessClock, SystemClock] })
export class TimeModule {}
