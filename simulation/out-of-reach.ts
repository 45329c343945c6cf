/** Codes nobody in a simulated county can hear, neither by lawful life nor by a request made by hand, each with its reason. */
export const OUT_OF_REACH: ReadonlyMap<string, string> = new Map([
  ['party-unknown', 'the form of every published item asks for name, telephone and number'],
  [
    'file-not-clean',
    'the built-in scanner judges every upload at once; what waits for one is tested with clamd',
  ],
  [
    'urge-oneself',
    'no post of a published roster takes a step and heads its desk; a head who is to sign meets it only where the decision is near as well',
  ],
  [
    'agreement-centre-acts',
    'no department of the simulated county has an agreement with the hall; residency.db.test.ts lives one',
  ],
  ['agreement-department-acts', 'the same: the simulated hall takes in by the plan and under no agreement'],
  [
    'version-not-easier',
    'only the job that asks applicants hears it; newer-version.test.ts says to which versions it is said',
  ],
  [
    'version-answer-unsigned',
    'what changes of its own accord in a simulated county is a telephone number, which eases nothing; newer-version.db.test.ts lives an easier version',
  ],
  ['version-offer-over', 'the same: no version of the simulated county is easier than the one before'],
  [
    'letter-missing',
    'only a plan whose representatives decide by letter knows it; letters.db.test.ts lives one',
  ],
  ['letter-expired', 'the same: no plan of the simulated county asks for letters'],
  ['letter-not-yet', 'the same'],
  ['letter-not-covering', 'the same'],
  ['proxy-off', 'the plan of the simulated county has stations take in for the town'],
  ['window-paused', 'nobody closes a window of the simulated county; window-paused.db.test.ts does'],
  ['print-nothing', 'printing several papers is no act of a case; its own tests ask for nothing that prints'],
  [
    'window-other-matters',
    'the windows of the simulated county take in whatever people bring (无差别受理); only a plan that divides them by domain knows it',
  ],
  ['seal-to-choose', 'only a plan with numbered seals lets one town hold two for the same item'],
])
