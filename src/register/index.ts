export { RegisterModule } from './register.module.js';
