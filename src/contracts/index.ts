import { ContractClause } from './contract-clause.entity.js';
import { Contract } from './contract.entity.js';
import { Nda } from './nda.entity.js';
import { Specification } from './specification.entity.js';

export { ContractsModule } from './contracts.module.js';
export { ContractSignatures, type SignedContract } from './contract-signatures.js';
export { ContractTerms, runsOn, type AccessRow, type TermsOfContract } from './contract-terms.js';
export { NdasRepository } from './ndas.repository.js';
export const contractEntities = [Specification, Nda, Contract, ContractClause];
