import { CreateFirstTables1795245309862 } from './1795245309862-create-first-tables.js';
import { TellScopeStaffAndPublication1795258816776 } from './1795258816776-tell-scope-staff-and-publication.js';
import { RegisterSocialMediaServices1795259537897 } from './1795259537897-register-social-media-services.js';
import { EndReusedSessions1795263173235 } from './1795263173235-end-reused-sessions.js';
import { SealTheTrail1795263495748 } from './1795263495748-seal-the-trail.js';
import { KeepEvidenceFiles1795269830434 } from './1795269830434-keep-evidence-files.js';
import { AddSecondFactors1795270081376 } from './1795270081376-add-second-factors.js';
import { OpenAccountsOfFirms1795270202816 } from './1795270202816-open-accounts-of-firms.js';
import { KeepDutiesApart1795271323829 } from './1795271323829-keep-duties-apart.js';
import { IssueTokensToSystems1795272621331 } from './1795272621331-issue-tokens-to-systems.js';
import { SignInWithIdentityProviders1795274111986 } from './1795274111986-sign-in-with-identity-providers.js';
import { KeepTrailsForAWhile1795282198407 } from './1795282198407-keep-trails-for-a-while.js';
import { BindDecisionsToContent1795283105238 } from './1795283105238-bind-decisions-to-content.js';
import { RevokeApprovalsOfUse1795287254388 } from './1795287254388-revoke-approvals-of-use.js';
import { NameThePostOfAnAct1795287311429 } from './1795287311429-name-the-post-of-an-act.js';
import { HoldWhatIsLeftOutToItsContent1795291837492 } from './1795291837492-hold-what-is-left-out-to-its-content.js';
import { HoldCertificatesToServices1795292121284 } from './1795292121284-hold-certificates-to-services.js';
import { SeekVendorsAmongCandidates1795292486084 } from './1795292486084-seek-vendors-among-candidates.js';
import { KeepDisclosuresOfOwnership1795292986419 } from './1795292986419-keep-disclosures-of-ownership.js';
import { TellAllowedPlacesAndLaw1795294173738 } from './1795294173738-tell-allowed-places-and-law.js';
import { KeepComparisonsAndOffers1795294361185 } from './1795294361185-keep-comparisons-and-offers.js';
import { LetVendorsAnswer1795294886697 } from './1795294886697-let-vendors-answer.js';
import { KeepQuestionsOfCandidates1795295554567 } from './1795295554567-keep-questions-of-candidates.js';
import { TakeBackNotApplicable1795295868179 } from './1795295868179-take-back-not-applicable.js';
import { AnswerByALink1795296676745 } from './1795296676745-answer-by-a-link.js';
import { KeepWhatSpecificationsSay1795297008205 } from './1795297008205-keep-what-specifications-say.js';
import { ReadReviewsAndSubmissionsOfSelections1795298287637 } from './1795298287637-read-reviews-and-submissions-of-selections.js';
import { KeepAnswersOfFirms1795304562069 } from './1795304562069-keep-answers-of-firms.js';
import { ChainsOfReSubcontracting1795305472711 } from './1795305472711-chains-of-re-subcontracting.js';
import { KeepIssuersApartAndContentForGood1795306301540 } from './1795306301540-keep-issuers-apart-and-content-for-good.js';
import { AskAndOfferInThePortal1795306840280 } from './1795306840280-ask-and-offer-in-the-portal.js';
import { RostersAndProvisionsToMembers1795309989941 } from './1795309989941-rosters-and-provisions-to-members.js';

/** Every migration, oldest first. */
export const MIGRATIONS = [
  CreateFirstTables1795245309862,
  TellScopeStaffAndPublication1795258816776,
  RegisterSocialMediaServices1795259537897,
  EndReusedSessions1795263173235,
  SealTheTrail1795263495748,
  KeepEvidenceFiles1795269830434,
  AddSecondFactors1795270081376,
  OpenAccountsOfFirms1795270202816,
  KeepDutiesApart1795271323829,
  IssueTokensToSystems1795272621331,
  SignInWithIdentityProviders1795274111986,
  KeepTrailsForAWhile1795282198407,
  BindDecisionsToContent1795283105238,
  RevokeApprovalsOfUse1795287254388,
  NameThePostOfAnAct1795287311429,
  HoldWhatIsLeftOutToItsContent1795291837492,
  HoldCertificatesToServices1795292121284,
  SeekVendorsAmongCandidates1795292486084,
  KeepDisclosuresOfOwnership1795292986419,
  TellAllowedPlacesAndLaw1795294173738,
  KeepComparisonsAndOffers1795294361185,
  LetVendorsAnswer1795294886697,
  KeepQuestionsOfCandidates1795295554567,
  TakeBackNotApplicable1795295868179,
  AnswerByALink1795296676745,
  KeepWhatSpecificationsSay1795297008205,
  ReadReviewsAndSubmissionsOfSelections1795298287637,
  KeepAnswersOfFirms1795304562069,
  ChainsOfReSubcontracting1795305472711,
  KeepIssuersApartAndContentForGood1795306301540,
  AskAndOfferInThePortal1795306840280,
  RostersAndProvisionsToMembers1795309989941,
];
