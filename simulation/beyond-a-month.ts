import { OUT_OF_REACH } from './out-of-reach.ts'

/** What the month in the suite does not come to, act by act and code by code, each with its reason. */
export const BEYOND_A_MONTH: ReadonlyMap<string, string> = new Map([
  ...OUT_OF_REACH,
  [
    'approval supply-gap',
    'chance has to come to this step of a case of this procedure within the month, and it did not',
  ],
  [
    'approval serve-special-electronically',
    'an item with a special procedure has to be applied for with papers into the inbox, and wait',
  ],
  [
    'approval deem-renewed',
    'a licence has to be granted, asked to be renewed in time and run out undecided, all within the month',
  ],
  [
    'approval take-over-decision',
    'a power has to be taken back in the hours between a decision in another name and its seal',
  ],
  [
    'approval add-signer',
    'chance has to come to this step of a case of this procedure within the month, and it did not',
  ],
  [
    'approval refuse-extension',
    'the head has to be asked for more time and has to say no; chance gives one answer a case',
  ],
  [
    'on-the-spot supply',
    'chance has to come to this step of a case of this procedure within the month, and it did not',
  ],
  [
    'on-the-spot serve-special',
    'few items decided at once know a special procedure, and most of their papers go into the inbox',
  ],
  ['on-the-spot assign-inspectors', 'few items decided at once know an inspection'],
  ['on-the-spot end-special', 'few items decided at once know a special procedure'],
  ['on-the-spot lapse-hearing-right', 'a right to a hearing has to lie unused for days while nobody decides'],
  [
    'on-the-spot record-hearing',
    'a hearing that is asked for is held seven working days after its notice, and cases decided at once seldom last so long',
  ],
  ['on-the-spot weigh-hearing', 'follows the record of a hearing'],
  [
    'on-the-spot drop-interested',
    'chance has to come to this step of a case of this procedure within the month, and it did not',
  ],
  [
    'on-the-spot deem-renewed',
    'a licence has to be granted, asked to be renewed in time and run out undecided, all within the month',
  ],
  [
    'on-the-spot reassign-deciding-body',
    'the body has to lose its power while a case of this procedure lies with it, and few last a day',
  ],
  [
    'on-the-spot take-over-decision',
    'a power has to be taken back in the hours between a decision in another name and its seal',
  ],
  [
    'on-the-spot refer',
    'a town has to be given the power over an item while a case of this procedure about it is open',
  ],
  ['on-the-spot propose-extension', 'few items decided at once have a limit of the law that may be extended'],
  ['on-the-spot extend', 'follows the proposal'],
  [
    'on-the-spot refuse-extension',
    'the head has to be asked for more time and has to say no; chance gives one answer a case',
  ],
  [
    'commitment return-to-check',
    'chance has to come to this step of a case of this procedure within the month, and it did not',
  ],
  ['commitment restore-credit', 'a revocation has to be served and made good within the month'],
  [
    'commitment take-over-result',
    'the same person has to hold a result that fits a paper of another application of this procedure',
  ],
  [
    'commitment end-revocation-announcement',
    'a check, a hearing, a revocation and thirty days of an announcement do not fit into the month',
  ],
  [
    'commitment take-over-decision',
    'a power has to be taken back in the hours between a decision in another name and its seal',
  ],
  ['commitment file-at-station', 'few stations take in what is offered on a promise'],
  [
    'commitment refer',
    'a town has to be given the power over an item while a case of this procedure about it is open',
  ],
  ['licence renew', 'a renewal asked for in time has to be granted before the term ends, within the month'],
  [
    'licence end-announcement',
    'thirty days of an announcement after a licence was granted, and its taking away was begun, end after the month',
  ],
  ['power-not-yet', 'a case lies with a body only once its power has begun'],
  ['power-other-place', 'whoever decides for a town sits at the centre its power is bound to'],
  ['interested-too-many', 'fifty people would have to be named in one case'],
  [
    'interested-unweighed',
    'chance has to come to a case or licence that stands so within the month, and it did not',
  ],
  [
    'term-too-long',
    'chance has to come to a case or licence that stands so within the month, and it did not',
  ],
  ['survey-not-met', 'a survey has to have failed and whoever decides has to try to grant all the same'],
  ['waybill-needed', 'chance has to leave out the number of a parcel that nobody has handed in'],
  ['renewal-not-needed', 'an item whose licences have no term has to have granted one'],
  [
    'renewal-late',
    'an item that refuses late renewals has to have granted a licence that ran out within the month',
  ],
  ['renewal-deemed', 'stands only between the end of a term and the renewal by law the next morning'],
  ['renewal-term-missing', 'a renewal has to be decided within the month by whoever leaves the last day out'],
  ['party-not-heard', 'a check has to fail before the month is over'],
  ['objection-unanswered', 'an objection of another body has to be open when the decision is tried'],
  ['result-expired', 'a licence has to have run out and its holder has to apply for something else'],
  [
    'inspection-failed',
    'an inspection has to end badly, and whoever decides has to try to grant all the same',
  ],
  ['hearing-not-weighed', 'the decision has to be tried between the record of a hearing and its weighing'],
  ['hearing-unsigned', 'the day of a hearing has to come before the record is tried'],
  ['extension-not-head', 'a joint item has to be extended while the body has a head of its own'],
  ['objection-open', 'an objection has to be open when the days of publicity are over'],
  ['application-running', 'a licence has to have run out and its late renewal has to be open'],
  ['intent-ground-other', 'chance has to name a ground that a licence which has run out no longer knows'],
  ['intent-not-served', 'chance has to ask for a decision on a licence before its notice is served'],
  [
    'statement-days-running',
    'a licence has to be granted, and somebody told and heard about taking it away, before it is asked for wrongly',
  ],
  [
    'public-interest-bars',
    'a licence has to be granted, and somebody told and heard about taking it away, before it is asked for wrongly',
  ],
  [
    'compensation-unsaid',
    'a licence has to be granted, and somebody told and heard about taking it away, before it is asked for wrongly',
  ],
  [
    'fraud-not-compensated',
    'a licence has to be granted, and somebody told and heard about taking it away, before it is asked for wrongly',
  ],
])
