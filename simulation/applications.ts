import { isRefusal, type Refusal } from '#engine/refusal.ts'
import type { Done } from '#capabilities/acts/perform.ts'
import type { Filing, HandedIn } from '#capabilities/case/contract.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { AboutKind } from '#capabilities/licence-seal/contract.ts'
import { canonical, sm3 } from '#platform/ledger/canonical.ts'
import { addDays, legalDay } from '#engine/day.ts'
import { variantOf } from '#ui/form/variant.ts'
import { viewRow } from './checks/truth.ts'
import { demoForm } from '../apps/server/demo/form-values.ts'
import type { Application, HeldLicence, LicenceRow } from './application.ts'
import { takenCases } from './errands/taken.ts'
import { paper } from './inputs.ts'
import { asCitizen, asOfficer, type Citizen, type Somebody } from './people.ts'
import type { Run } from './run.ts'
import { spoil } from './spoilt-filing.ts'
import { unheardFiling } from './unheard/filing.ts'

export type { Application, HeldLicence }

/** Which procedure the next application is to run under; a promise is offered by few items and has the longest way. */
const SHARES = { approval: 40, 'on-the-spot': 25, commitment: 35 } as const

export async function application(run: Run): Promise<Application | undefined> {
  const { random } = run
  if (random.chance(0.3)) {
    const held = await freeLicences(run)
    const asked = await unheardFiling(run, {
      held,
      about: (one, kind, region) => aboutLicence(run, one, kind, region),
      first: (wanted) => firstApplication(run, wanted),
    })
    if (asked !== undefined) return asked
  }
  const about = random.chance(0.3) ? await aboutSomeLicence(run) : undefined
  return about ?? firstApplication(run)
}

/** What somebody applies for in particular, and who. */
interface Wanted {
  item?: (id: string) => boolean
  citizen?: number
  procedure?: string
  place?: string
  region?: string
}

async function firstApplication(run: Run, wanted: Wanted = {}): Promise<Application | undefined> {
  const { random, items, citizens, town } = run
  const drawnProcedure = weighted(random.whole(1, 100), Object.entries(SHARES)) as keyof typeof SHARES
  const drawnPlace = weighted(
    random.whole(
      1,
      run.places.reduce((sum, { share }) => sum + share, 0),
    ),
    run.places.map((each) => [each, each.share] as const),
  )
  const where = run.places.find(({ place }) => place === wanted.place) ?? drawnPlace
  const region = wanted.region ?? where.region
  const named = wanted.item && items.find(({ item: { id } }) => wanted.item!(id))?.item
  const procedure =
    wanted.procedure ?? (wanted.item?.('') === false ? named?.process.procedure : undefined) ?? drawnProcedure
  const fitting = items
    .map(({ item }) => item)
    .filter(({ id, process, entryModes, delegation }) => {
      if (wanted.item?.(id) === false) return false
      if (!(where.tier in entryModes)) return false
      // People learn which matters go to the hall; some still come with them to their town.
      if (where.tier !== 'hall' && delegation?.remote === false && !random.chance(0.1)) return false
      return procedure === 'commitment' ? process.commitment : process.procedure === procedure
    })
  if (fitting.length === 0) return undefined
  const moved = fitting.filter(({ id }) => run.delegated.some((given) => given.item === id))
  // A licence that its holder can have changed and renewed has the longest way.
  const lasting = random.chance(0.35) ? fitting.filter(({ lifecycle }) => lifecycle !== undefined) : []
  const choice = lasting.length > 0 ? lasting : moved.length > 0 && random.chance(0.5) ? moved : fitting
  const item = random.oneOf(choice)
  const applicant =
    wanted.citizen === undefined
      ? random.oneOf(barredBefore(run, item.id, procedure) ?? citizens)
      : citizens[wanted.citizen]!
  const atStation = where.tier === 'station'
  const online = (random.chance(0.4) && !atStation) || !run.officeOpen
  if (atStation && !run.officeOpen) return undefined
  const role = atStation ? 'village-agent' : 'window-clerk'
  const clerks = town.posts.filter(({ roles, place }) => roles.includes(role) && place === where.place)
  // A director who serves at the window may later be the one who would judge what is said of it.
  const joint = clerks.filter(({ roles }) => roles.includes('director'))
  const serving = joint.length > 0 && !run.journal.refused.has('rated-yourself') ? joint : clerks
  const who = online || clerks.length === 0 ? asCitizen(applicant) : asOfficer(random.oneOf(serving))
  const form = answers(item, applicant, region, procedure === 'commitment')
  const posted = item.delivery.includes('post') && random.chance(0.45)
  const delivery = posted ? 'post' : random.oneOf(item.delivery)
  const filing: Filing = {
    ...{
      item: item.id,
      itemVersion: item.version,
      region,
      acceptPlace: where.place,
      form,
      delivery,
    },
    materials: await papers(run, who, item),
    ...(delivery === 'post' ? { postal: postal(applicant) } : {}),
    ...(procedure === 'commitment' ? { commitment: { confirmed: true as const } } : {}),
  }
  const whole = { who, applicant, filing, item }
  return wanted.item === undefined && random.chance(0.18) ? spoil(run, whole) : whole
}

/** Now and then somebody who was refused for false papers, or whose promise was broken, comes with the same again. */
function barredBefore(
  { random, journal, citizens }: Run,
  item: string,
  procedure: string,
): readonly Citizen[] | undefined {
  const before = journal.cases.filter(({ citizen, dossier }) => {
    if (citizen === undefined || dossier === undefined) return false
    const broken = dossier.state === 'revoked' || dossier.gaps?.broken === true
    return (
      (procedure === 'commitment' && broken) || (dossier.item.id === item && dossier.barred !== undefined)
    )
  })
  if (before.length === 0 || !random.chance(0.25)) return undefined
  return [citizens[random.oneOf(before).citizen!]!]
}

export async function handIn(
  { town }: Run,
  { who, filing, warns }: Application,
  requestId: string,
  more = '',
): Promise<Done | Refusal> {
  const requestHash = sm3(canonical([filing, more]))
  const { actor, reliesOn } = who
  const { area, clock } = town
  const asked = { area, filing, actor, now: clock.now(), requestId, requestHash, reliesOn }
  return town.house.cases.file({ ...asked, ...(warns === undefined ? {} : { warns }) })
}

/** Whoever holds a licence asks for its change, renewal or end, mostly when it may be asked for. */
async function aboutSomeLicence(run: Run): Promise<Application | undefined> {
  const { random, town } = run
  const today = legalDay(town.clock.now())
  const all = await freeLicences(run)
  // Few come about what cannot be applied for: of another kind, or ended.
  const held = random.chance(0.12)
    ? all
    : all.filter(({ item, state }) => item.lifecycle && (state === 'valid' || state === 'expired'))
  if (held.length === 0) return undefined
  const one = random.oneOf(held)
  const { until } = one
  const soon = until !== null && until <= addDays(today, 10)
  const kind = random.oneOf(
    soon
      ? (['renew', 'renew', 'renew', 'change', 'cancel'] as const)
      : (['change', 'renew', 'cancel'] as const),
  )
  const astray = random.chance(0.93) ? undefined : random.oneOf([...run.places]).region
  const whole = await aboutLicence(run, one, kind, astray)
  return random.chance(0.1) ? spoil(run, whole) : whole
}

/** Licences that nobody needs for an errand of their own. */
async function freeLicences(run: Run): Promise<HeldLicence[]> {
  const taken = takenCases(run)
  return (await heldLicences(run)).filter(({ caseNo }) => !taken.has(caseNo))
}

export async function heldLicences({ town, citizens, items }: Run): Promise<HeldLicence[]> {
  const rows = await town.truth.query<LicenceRow>(LICENCES, [town.area])
  const byParty = new Map(citizens.map((citizen) => [citizen.party, citizen]))
  const byId = new Map(items.map(({ item }) => [item.id, item]))
  return rows.flatMap((row) => {
    const applicant = byParty.get(row.party)
    const item = byId.get(row.itemId)
    return applicant && item ? [{ ...row, applicant, item }] : []
  })
}

/** An application with everything it needs, by somebody at home. */
export async function onlineApplication(
  run: Run,
  asked: {
    item: ItemVersion
    place: string
    region: string
    promise: boolean
    applicant: Citizen
    delivery: Filing['delivery']
  },
): Promise<Application> {
  const { item, place, region, promise, applicant, delivery } = asked
  const who = asCitizen(applicant)
  const filing: Filing = {
    ...{ item: item.id, itemVersion: item.version, region, acceptPlace: place, delivery },
    form: answers(item, applicant, region, promise),
    materials: await papers(run, who, item, true),
    ...(delivery === 'post' ? { postal: postal(applicant) } : {}),
    ...(promise ? { commitment: { confirmed: true as const } } : {}),
  }
  return { who, applicant, filing, item }
}

/** Whoever files a firm's matter names the firm, which the account of a person does not. */
export const forPeople = ({ form }: ItemVersion): boolean =>
  form.fields.some(({ element }) => element === 'party.citizenId')

export async function aboutLicence(
  run: Run,
  { applicant, item, number, place, caseNo }: HeldLicence,
  kind: AboutKind,
  elsewhere?: string,
): Promise<Application> {
  const variant = item.lifecycle?.[kind] ? variantOf(item, kind) : item
  const region = elsewhere ?? (await regionOf(run, caseNo))
  const who = asCitizen(applicant)
  const filing: Filing = {
    ...{
      item: item.id,
      itemVersion: item.version,
      region,
      acceptPlace: place,
      about: { licence: number, kind },
    },
    ...{
      form: answers(item, applicant, region, false),
      delivery: item.delivery.find((mode) => mode !== 'post') ?? 'window',
    },
    materials: await papers(run, who, variant),
  }
  return { who, applicant, filing, item }
}

const LICENCES = `SELECT number, party, item_id AS "itemId", dossier->>'place' AS place, dossier->>'body' AS body,
    dossier ? 'application' AS running, dossier ? 'fraudOn' AS fraud, valid_until::text AS until, state, case_no AS "caseNo"
  FROM licence_seal.licence WHERE area_code = $1 ORDER BY number`

async function regionOf({ town }: Run, no: string): Promise<string> {
  return (await viewRow(town.truth, town.area, no))!.dossier.region
}

/** Papers on the counter, or uploads; now and then one that is required stays at home. */
async function papers(run: Run, who: Somebody, item: ItemVersion, whole = false): Promise<HandedIn[]> {
  const { random, town } = run
  const required = item.materials.filter(({ necessity, fromForm }) => necessity === 'required' && !fromForm)
  const brought = !whole && random.chance(0.25) ? required.slice(1) : required
  if (who.citizen === undefined) return brought.map(({ id }) => paper(id))
  const lines: HandedIn[] = []
  for (const { id } of brought) {
    const view = await town.house.cases.attachments.upload(town.area, who.actor, 'scan.pdf', scan(id))
    // Somebody who has uploaded all day is told that it is enough.
    if (isRefusal(view)) return lines
    lines.push({ material: id, files: [(view as { id: string }).id], paperOriginals: 0, paperCopies: 0 })
  }
  return lines
}

export async function* scan(material: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(`%PDF-1.7\n% ${material}\n1 0 obj << >> endobj\n%%EOF\n`, 'latin1')
}

function answers(
  item: ItemVersion,
  { person, index }: Citizen,
  region: string,
  promise: boolean,
): Filing['form'] {
  const when = promise ? item.process.commitment?.when : undefined
  const chosen = when === undefined ? {} : { [when.field]: [when.equals].flat()[0]! }
  const asked = { ...item.form, fields: item.form.fields.filter(({ name }) => !(name in chosen)) }
  return { ...demoForm(asked, person, index, region), ...chosen }
}

const postal = ({ person }: Citizen) => ({
  ...{ receiver: person.name, phone: person.phone, address: '博山区山头街道演示路1号' },
})

function weighted<T>(drawn: number, shares: readonly (readonly [T, number])[]): T {
  let left = drawn
  for (const [choice, share] of shares) {
    left -= share
    if (left <= 0) return choice
  }
  return shares.at(-1)![0]
}
