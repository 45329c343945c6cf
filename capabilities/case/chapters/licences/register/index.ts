import type { Actor } from '#engine/actor.ts'
import { addDays, legalDay, type Instant, type LegalDay } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import { due } from '#engine/clock/clock.ts'
import { allowed } from '#engine/procedure/decide.ts'
import type { ReliedOn } from '#engine/procedure/procedure.ts'
import type { Refusal } from '#engine/refusal.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import type { Done } from '#capabilities/acts/perform.ts'
import type { LicenceRow, WholeLicence } from '#capabilities/licence-seal/index.ts'
import {
  licence,
  LICENCE_ACTIONS,
  possibleGrounds,
  type LicenceWorld,
} from '#capabilities/licence-seal/model.ts'
import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import { withOffset } from '#platform/clock.ts'
import { isSealed, type Sealed } from '#platform/crypto/sealed.ts'
import { isCalendarDay } from '#platform/legal-day.ts'
import { sheetFile, type SheetFile } from '#ui/format/sheet.ts'
import type { AllowedAct, StoryLine } from '../../../contract.ts'
import type { LicenceDetail, LicenceSummary } from '../../../contract/licence-routes.ts'
import { paperToken } from '../../../papers/tokens.ts'
import { download, type Download } from '../../../service/papers.ts'
import { clockView } from '../../../service/views.ts'
import type { LicencesAsked } from './asked.ts'
import { LICENCE_PAPER_FACTS } from './papers.ts'
import { licenceSheet } from './sheet.ts'
import { licenceWorld, type LicenceParts } from './parts.ts'
import { licencesToDecide, sightOfLicencePapers, sightOfLicences } from './sight.ts'
import { applicationsOf, casesOf, NOT_FOUND, partsOf, summary, type LicenceNames } from './views.ts'
import { LICENCE_PAPER_TITLES, LICENCE_TOLD } from './told.ts'
import { cancelFields, HOLDER_ACTS, LICENCE_ACT_TITLES, LICENCE_CLOCK_TITLES } from './words.ts'

interface Looking {
  actor: Actor
  now: Instant
  reliesOn: readonly ReliedOn[]
}

export interface LicenceDoing extends Looking {
  number: string
  /** Where the licence is registered; officers act in their own area alone. */
  area?: string
  act: string
  input: Readonly<Record<string, unknown>>
  requestId: string
  requestHash: string
  seenVersion?: number
}

/** The register of licences (证照台账) for officers, and one's own licences (我的证照) for whoever holds them. */
export interface LicenceRegister {
  list(
    area: string,
    looking: Looking,
    asked: LicencesAsked,
  ): Promise<{ items: LicenceSummary[]; nextCursor?: string }>
  detail(area: string, number: string, looking: Looking): Promise<LicenceDetail | Refusal>
  act(request: LicenceDoing): Promise<Done | Refusal>
  paper(area: string, number: string, id: string, looking: Looking): Promise<Download | Refusal>
  file(area: string, looking: Looking, asked: LicencesAsked): Promise<SheetFile>
  /** The row itself, for whoever may see it. */
  find(area: string, number: string, actor: Actor): Promise<LicenceRow | undefined>
}

const PAGE = 30
/** More lines than a spreadsheet of a county's licences needs at once. */
const FILE_LINES_MAX = 10_000

export function licenceRegister(parts: LicenceParts): LicenceRegister {
  const { licences } = parts
  const find = (area: string, number: string, actor: Actor) =>
    licences.read.byNumber(area, number, sightOfLicences(actor))
  return {
    find,
    list: (area, looking, asked) => list(parts, area, looking, asked),
    async detail(area, number, looking) {
      const whole = await licences.read.wholeByNumber(area, number, sightOfLicencePapers(looking.actor))
      if (whole !== undefined) return detail(parts, whole, looking)
      const row = await find(area, number, looking.actor)
      return row === undefined ? NOT_FOUND : onRegister(parts, row, looking)
    },
    act: ({ actor, area = '', ...request }) =>
      licences.act({
        ...{ ...request, actor, area: actor.kind === 'staff' ? actor.area : area },
        sight: sightOfLicences(actor),
      }),
    async paper(area, number, id, { actor }) {
      const row = await licences.read.byNumber(area, number, sightOfLicencePapers(actor))
      const held = row?.dossier.papers.find((each) => each.id === id)
      return held === undefined ? NOT_FOUND : download(parts.means, area, held.file, `${number}.pdf`)
    },
    async file(area, looking, asked) {
      const found = await list(parts, area, looking, { ...asked, limit: FILE_LINES_MAX })
      return sheetFile(licenceSheet(found.items, asked, found.nextCursor !== undefined))
    },
  }
}

async function list(
  { means, licences }: LicenceParts,
  area: string,
  { actor, now }: Looking,
  { limit = PAGE, cursor, within, waiting, state, item, words }: LicencesAsked,
) {
  const today = legalDay(now)
  // What runs out soon is in force.
  const wanted = within === undefined ? state : 'valid'
  const rows = await licences.read.list({
    ...{ area, limit: limit + 1 },
    ...(waiting ? { sight: licencesToDecide(actor), waiting: true } : { sight: sightOfLicences(actor) }),
    ...(within === undefined ? {} : { until: addDays(today, within) }),
    ...(wanted === undefined ? {} : { state: wanted }),
    ...(item === undefined ? {} : { item }),
    ...(words === undefined || words.trim() === '' ? {} : { words: words.trim() }),
    ...placeOf(cursor, within !== undefined),
  })
  const shown = rows.slice(0, limit)
  const names = await namesOf(means, area, shown)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => summary(row, names, today)),
    ...(rows.length > limit && last ? { nextCursor: cursorOf(last, within !== undefined) } : {}),
  }
}

/** A list by last days goes on from a day, every other one from an id. */
function cursorOf({ id, dossier }: LicenceRow, byDay: boolean): string {
  return byDay ? `${dossier.validUntil}~${id}` : id
}

/** A cursor is only a place to start from; a broken one, or one of the other order, starts at the beginning. */
function placeOf(cursor: string = '', byDay: boolean): { after?: { id: string; validUntil?: LegalDay } } {
  const [, day, id] =
    /^(?:(\d{4}-\d{2}-\d{2})~)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor) ?? []
  if (id === undefined || byDay !== (day !== undefined) || (day !== undefined && !isCalendarDay(day)))
    return {}
  return { after: day === undefined ? { id } : { id, validUntil: day } }
}

/** What a window elsewhere needs to take an application about it: the line of the register, and what may be applied for. */
async function onRegister(
  { means, worlds }: LicenceParts,
  row: LicenceRow,
  { now }: Looking,
): Promise<LicenceDetail> {
  const { area, dossier } = row
  const today = legalDay(now)
  const [names, calendar, published] = await Promise.all([
    namesOf(means, area, [row]),
    worlds.calendar(area),
    means.catalogue.itemInForce(area, dossier.item, today),
  ])
  return {
    summary: summary(row, names, today),
    applications:
      published === undefined ? [] : applicationsOf({ row, item: published.item, calendar, today }),
    ...{ cases: [], parts: [], clocks: [], story: [], papers: [], allowed: [] },
  }
}

async function detail(parts: LicenceParts, row: WholeLicence, looking: Looking): Promise<LicenceDetail> {
  const { means, worlds } = parts
  const { area, dossier } = row
  const facts = means.ledger.factsBeside(row.facts).map(readFact)
  const today = legalDay(looking.now)
  const [line, calendar] = await Promise.all([onRegister(parts, row, looking), worlds.calendar(area)])
  const [open, people] = await Promise.all([openAll(means, row, facts), whoAndWhere(means, area, facts)])
  return {
    ...line,
    cases: casesOf(row),
    parts: partsOf(row, open),
    clocks: Object.values(dossier.clocks).map((clock) =>
      clockView(clock, calendar, today, LICENCE_CLOCK_TITLES),
    ),
    story: facts.flatMap((fact) => storyLine(fact, open, people)),
    papers: papersOf(means, row),
    ...makingOf(row, facts),
    allowed: await allowedActs(means, worlds, row, looking),
  }
}

async function allowedActs(
  means: LicenceParts['means'],
  worlds: LicenceParts['worlds'],
  { dossier }: LicenceRow,
  { actor, now, reliesOn }: Looking,
): Promise<AllowedAct[]> {
  if (actor.kind === 'system') return []
  const own = actor.kind === 'citizen'
  const world = await licenceWorld(means, worlds, dossier, { actor, reliesOn, looking: true }, false)
  return allowed(licence, dossier, actor, now, world).flatMap((act) => {
    const words = (own ? HOLDER_ACTS : LICENCE_ACT_TITLES)[act]
    const action = LICENCE_ACTIONS.get(act)
    if (words === undefined || action === undefined) return []
    const fields = act === 'cancel' ? cancelFields(possibleGrounds(dossier, world)) : words.fields
    const until = own ? lastDayToAnswer(dossier, world, now) : {}
    return [{ act, ...words, fields, ...until, input: action.input }]
  })
}

/** As long as it has not gone by: until it is decided what comes later is heard too. */
function lastDayToAnswer(
  { clocks }: LicenceRow['dossier'],
  { calendar }: Pick<LicenceWorld, 'calendar'>,
  now: Instant,
): Pick<AllowedAct, 'until'> {
  const day = clocks['statement'] && due(clocks['statement'], calendar).day
  return day === undefined || day < legalDay(now) ? {} : { until: day }
}

function papersOf(
  { keys, publicUrl }: LicenceParts['means'],
  { area, dossier }: LicenceRow,
): LicenceDetail['papers'] {
  return dossier.papers.map(({ id, kind, number, at }) => ({
    ...{ id, title: LICENCE_PAPER_TITLES[kind], at: withOffset(at) },
    ...(number === undefined ? {} : { number }),
    url: `/api/v1/licences/${encodeURIComponent(dossier.number)}/papers/${id}`,
    verifyUrl: `${publicUrl}/verify/${paperToken(keys, area, id)}`,
  }))
}

/** What a fact has brought about and the printer has not finished yet. */
function makingOf({ dossier }: LicenceRow, facts: readonly Fact[]): Pick<LicenceDetail, 'making'> {
  const made = new Set(dossier.papers.map(({ seq }) => seq))
  const making = facts.flatMap(({ kind, seq, at, body }) => {
    const paper = LICENCE_PAPER_FACTS[kind]
    const id = body['paper']
    if (paper === undefined || typeof id !== 'string' || made.has(seq)) return []
    return [{ id, title: LICENCE_PAPER_TITLES[paper], at: withOffset(at) }]
  })
  return making.length === 0 ? {} : { making }
}

interface People {
  posts: ReadonlyMap<string, string>
  places: ReadonlyMap<string, string>
}

function storyLine(fact: Fact, open: (sealed: unknown) => unknown, { posts, places }: People): StoryLine[] {
  const told = LICENCE_TOLD[fact.kind]?.(fact, { open })
  if (told === undefined) return []
  const { seq, actor, at } = fact
  const place = actor.kind === 'staff' ? places.get(actor.place) : undefined
  return [
    {
      ...{ seq, at: withOffset(at), ...told },
      who: whoActed(actor, posts),
      ...(place === undefined ? {} : { place }),
    },
  ]
}

function whoActed(actor: Actor, posts: People['posts']): string {
  if (actor.kind === 'staff') return posts.get(actor.post) ?? '工作人员'
  return actor.kind === 'citizen' ? '持证人' : '系统'
}

async function whoAndWhere(
  { posts, organisation }: LicenceParts['means'],
  area: string,
  facts: readonly Fact[],
) {
  const staff = facts.flatMap(({ actor }) => (actor.kind === 'staff' ? [actor] : []))
  const [names, places] = await Promise.all([
    posts.namesOf(area, [...new Set(staff.map(({ post }) => post))]),
    organisation.placesByIds(area, [...new Set(staff.map(({ place }) => place))]),
  ])
  return { posts: names, places: new Map(places.map(({ id, name }) => [id, name])) }
}

/** Every sealed text of the licence, opened with one look-up of keys. */
async function openAll({ sealing }: LicenceParts['means'], { dossier }: LicenceRow, facts: readonly Fact[]) {
  const found = new Set<Sealed>()
  const collect = (value: unknown): void => {
    if (isSealed(value)) found.add(value)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect)
  }
  collect(facts.map(({ kind, body }) => (kind === 'licence-opened' ? {} : body)))
  const sealed = [...found]
  const subject = subjectOf(dossier.party)
  const texts = await sealing.openAll(sealed.map((value) => ({ area: NO_AREA, subject, sealed: value })))
  const opened = new Map<unknown, unknown>(
    sealed.flatMap((value, index) => (texts[index] == null ? [] : [[value, JSON.parse(texts[index])]])),
  )
  return (value: unknown): unknown => opened.get(value)
}

async function namesOf(
  { catalogue, organisation }: LicenceParts['means'],
  area: string,
  rows: readonly LicenceRow[],
): Promise<LicenceNames> {
  const unique = (ids: readonly string[]) => [...new Set(ids)]
  const [places, bodies] = await Promise.all([
    organisation.placesByIds(area, unique(rows.map(({ dossier }) => dossier.place))),
    organisation.bodiesByIds(area, unique(rows.map(({ dossier }) => dossier.body))),
  ])
  const items = new Map<string, string>()
  for (const { dossier } of rows)
    if (!items.has(dossier.item)) {
      const { item } = await catalogue.pinned(area, dossier.item, dossier.itemVersion)
      items.set(dossier.item, item.name)
    }
  const named = (from: readonly { id: string; name: string }[]) =>
    new Map(from.map(({ id, name }) => [id, name]))
  const [place, body] = [named(places), named(bodies)]
  return {
    item: (id) => items.get(id) ?? id,
    place: (id) => place.get(id) ?? '工作场所',
    body: (id) => body.get(id) ?? id,
  }
}
