// The one unit of work that every target does; `scenario.md` says it in words.

/** The application as the applicant filled it in: 0.9 kB of JSON. */
export const FORM = {
  address: 'Unit 7, Ground Floor, 26 Willow Bridge Road, Example Town',
  phone: '19900001234',
  contact: { name: 'Sample Zhao', role: 'shop manager', authority: 'letter of authority of 3 March' },
  shop: { floor_m2: 96.4, rent_until: '2031-10-31', purpose: 'bakery with seats', seats: 18 },
  workers: 9,
  paid_in_capital: 300_000,
  products: ['bread baked here', 'cold cakes', 'coffee and tea', 'packaged sweets', 'ice cream'],
  papers: [
    { id: 'P1', title: 'application', sheets: 3 },
    { id: 'P2', title: 'proof of identity', sheets: 1 },
    { id: 'P3', title: 'rental contract', sheets: 9 },
    { id: 'P4', title: 'drawing of the rooms', sheets: 2 },
    { id: 'P5', title: 'health cards of the workers', sheets: 9 },
  ],
  wishes: 'Please telephone before you come to see the rooms. '.repeat(4).trim(),
}

export const TITLE = 'Permit for a bakery with seats'
export const ISSUED_TITLE = 'Permit for a bakery with seats (issued)'

/** What an officer writes at each step: 112 characters. */
export const NOTE =
  'All papers of the list were handed in, are legible and agree with each other; nothing stands against this step.'.padEnd(
    112,
    '.',
  )

/** Calendar days from acceptance to the due day. */
export const LIMIT_DAYS = 20

export interface Step {
  action: string
  from: string
  to: string
}

export const STEPS: readonly Step[] = [
  { action: 'accept', from: 'submitted', to: 'accepted' },
  { action: 'start_review', from: 'accepted', to: 'in_review' },
  { action: 'decide', from: 'in_review', to: 'decided' },
  { action: 'issue', from: 'decided', to: 'issued' },
  { action: 'close', from: 'issued', to: 'closed' },
]

export const COUNTIES = 40
export const ITEMS = 3_000
export const STANDING_CASES = 20_000
/** Applicants who were known before the clock starts; a case belongs to one of them in turn. */
export const PARTIES = 400

export const county = (n: number): string => `3301${String(1 + (n % COUNTIES)).padStart(2, '0')}`
export const itemNumber = (n: number): number => 1 + (n % ITEMS)
export const itemCode = (number: number): string => `SI${String(number).padStart(6, '0')}`
export const party = (n: number): string => `party-${n % PARTIES}`

/** What a caller brings to open the n-th case of a run. */
export interface NewCase {
  no: string
  county: string
  item: number
  applicant: string
  party: string
}

export function newCase(run: string, n: number): NewCase {
  return {
    no: `L${run}-${n}`,
    county: county(n),
    item: itemNumber(n),
    applicant: `Applicant ${n}`,
    party: party(n),
  }
}
