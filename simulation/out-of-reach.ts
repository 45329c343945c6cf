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
  ['print-nothing', 'printing several papers is no act of a case; its own tests ask for nothing that prints'],
  [
    'window-other-matters',
    'the windows of the simulated county take in whatever people bring (无差别受理); only a plan that divides them by domain knows it',
  ],
  ['seal-to-choose', 'only a plan with numbered seals lets one town hold two for the same item'],
])
