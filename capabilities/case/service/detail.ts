import type { Actor } from '#engine/actor.ts'
import type { WorkingCalendar } from '#engine/calendar/calendar.ts'
import type { Fact } from '#engine/fact.ts'
import { legalDay } from '#engine/day.ts'
import { allowed } from '#engine/procedure/decide.ts'
import type { ReliedOn } from '#engine/procedure/procedure.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import type { PartyDetails } from '#capabilities/party/contract.ts'
import type { AllowedAct, CaseDetail, PostalAddress } from '../contract.ts'
import { ACTIONS, effectiveItem, procedureOf } from '../model.ts'
import { lastDayOf } from '../model/served.ts'
import type { CaseRow, WholeCase } from '../store.ts'
import { CHAPTER_PAGES } from '../chapters/page.ts'
import type { About } from '../chapters/chapter-page.ts'
import { ACT_TITLES, LEFT_OPEN_TITLES } from '../words.ts'
import { groupOf } from '../words/act-group.ts'
import { toldToApplicant } from './applicant-clocks.ts'
import { fileViews } from './attachments.ts'
import { answersOf, applicantView, maskForm } from './detail/applicant.ts'
import { freshFiles, materialView } from './detail/materials.ts'
import { awaitsView } from './detail/awaits.ts'
import { decisionWithin } from './detail/decision-within.ts'
import { papersBeingMade } from './detail/being-made.ts'
import { decisionView, papers, reviewView } from './detail/outcome.ts'
import { afterView, promiseView } from './detail/after.ts'
import { steps, story } from './detail/progress.ts'
import { newPointChoices, supplementView } from './detail/supplement.ts'
import type { CaseMeans } from './means.ts'
import { openTexts } from './open-texts.ts'
import { owedView } from './owed.ts'
import { clockViews, summary, type Names } from './views.ts'
import { nothingToChoose } from './waits.ts'
import type { Worlds } from './worlds.ts'

interface Parts {
  means: CaseMeans
  worlds: Worlds
  names(rows: readonly CaseRow[]): Promise<Names>
}

export interface Looking {
  actor: Actor
  now: string
  reliesOn: readonly ReliedOn[]
}

/** The whole case page: row, facts and files came together; names and opened texts are asked for here. */
export async function detail(parts: Parts, row: WholeCase, looking: Looking): Promise<CaseDetail> {
  const { means, worlds } = parts
  const { dossier, area } = row
  const today = legalDay(looking.now)
  const facts = means.ledger.factsBeside(row.facts).map(readFact)
  const files = fileViews(row.files)
  const [{ item: published, ...rest }, names, calendar, regions] = await Promise.all([
    means.catalogue.pinned(area, dossier.item.id, dossier.item.version),
    parts.names([row]),
    worlds.calendar(area),
    worlds.regions(area),
  ])
  const item = effectiveItem(published, dossier.procedure, dossier)
  const [opened, people, world] = await Promise.all([
    openTexts(means, dossier, facts),
    whoAndWhere(means, area, facts),
    worlds.of(area, { item: published, ...rest }, dossier, { ...looking, looking: true }, false),
  ])
  const open = (sealed: unknown): unknown => opened.get(String(sealed))
  const own = looking.actor.kind === 'citizen'
  const about: About = {
    ...{ area, dossier, item, calendar, world, today, own, means, open, actor: looking.actor },
    ...(looking.actor.kind === 'staff' ? { body: looking.actor.body } : {}),
    post: (id) => (id && people.posts.get(id)) ?? '工作人员',
  }
  const shown = papers(means, area, item, dossier, own)
  const filled = maskForm(item, (open(dossier.form) ?? {}) as Record<string, string>, own)
  return {
    summary: {
      ...summary(
        { ...row, openClocks: Object.values(dossier.clocks).filter(({ ended }) => ended === undefined) },
        ...([names, calendar, today, own ? Object.values(dossier.clocks) : undefined] as const),
      ),
      ...(await owedTo(means, row, looking, calendar)),
    },
    itemVersion: item.version,
    ...(own ? decisionWithin(item, dossier) : {}),
    applicant: applicantView(
      open(dossier.applicant) as PartyDetails | undefined,
      own,
      open(dossier.postal) as PostalAddress | undefined,
    ),
    form: answersOf(item, filled, regions),
    materials: item.materials.map((material) => ({
      ...materialView(material, dossier, files, open),
      ...(own ? {} : freshFiles(material.id, dossier, facts)),
    })),
    clocks: clockViews(dossier, calendar, today).filter((clock) => !own || toldToApplicant(clock)),
    steps: steps(facts, dossier, item),
    ...supplementView(item, dossier, calendar, open, own),
    ...decisionView(dossier, open, people.posts),
    ...reviewView(dossier, open, own),
    deliveryMode: dossier.delivery,
    procedure: dossier.procedure,
    ...promiseView(published, dossier),
    ...afterView(dossier, calendar, open, own),
    ...awaitsView(about),
    ...(!own && dossier.acceptance?.deemed === true ? { deemed: true } : {}),
    parts: (await Promise.all(CHAPTER_PAGES.map((page) => page.parts(about)))).flat(),
    story: story(facts, {
      item,
      open,
      own,
      party: dossier.party,
      papers: new Set(shown.map(({ id }) => id)),
      ...people,
      // An urge names the office of whoever is to act; a body that was referred to may be of another area.
      bodies: new Map([...world.bodies, ...people.bodies]),
    }),
    papers: own ? shown : [...shown, ...papersBeingMade(facts, dossier, item, looking.now)],
    allowed: await allowedActs(
      allowed(procedureOf(dossier), dossier, looking.actor, looking.now, world),
      about,
    ),
  }
}

/** What this officer is asked beside the step; whom they stand in for matters only where somebody was named. */
async function owedTo(
  means: CaseMeans,
  { area, dossier }: CaseRow,
  { actor, now }: Looking,
  calendar: WorkingCalendar,
): Promise<Pick<CaseDetail['summary'], 'owed'>> {
  if (actor.kind !== 'staff') return {}
  const today = legalDay(now)
  const desk = dossier.signers ? await means.posts.deskOf(area, actor, today) : { covering: [], ended: [] }
  return owedView(dossier, Object.values(dossier.clocks), { actor, desk, calendar, today })
}

/** Buttons with what they ask; an act without words is nobody's button. */
async function allowedActs(names: readonly string[], about: About): Promise<AllowedAct[]> {
  const acts = await Promise.all(
    names.map(async (name): Promise<AllowedAct[]> => {
      const words = ACT_TITLES[name]
      const action = ACTIONS.get(name)
      if (words === undefined || action === undefined) return []
      const { fields: asked, papers: askedPapers, group: _ownGroup, waits: waitsFor, ...more } = words
      const { clock, next: nextBy, ...said } = more
      const next = await nextBy?.(about)
      const fields = typeof asked === 'function' ? await asked(about) : asked
      const choices = ACT_CHOICES[name]?.(about)
      const waits = waitsFor?.(about) ?? nothingToChoose(fields)
      return [
        {
          ...{ act: name, ...said, ...groupOf(name), input: action.input },
          ...(choices ? { choices } : {}),
          ...(waits === undefined ? {} : { waits }),
          ...untilOf(clock, about),
          ...(next === undefined ? {} : { next }),
          ...(fields ? { fields: [...fields] } : {}),
          ...(askedPapers ? { papers: [...askedPapers(about)] } : {}),
        },
      ]
    }),
  )
  return acts.flat()
}

function untilOf(clock: string | undefined, { dossier, calendar }: About): Pick<AllowedAct, 'until'> {
  const runs = clock !== undefined && dossier.clocks[clock]?.ended === undefined
  const until = runs ? lastDayOf(dossier, clock, calendar) : undefined
  return until === undefined ? {} : { until }
}

/** Codes an act asks for, as people read them. */
const ACT_CHOICES: Readonly<Record<string, (about: About) => AllowedAct['choices']>> = {
  'leave-open': () => ({
    code: Object.entries(LEFT_OPEN_TITLES).map(([value, label]) => ({ value, label })),
  }),
  'notify-supplement': newPointChoices,
}

/** Everybody who acted on the case and every place they acted at, each asked once. */
async function whoAndWhere({ posts, organisation }: CaseMeans, area: string, facts: readonly Fact[]) {
  const staff = facts.flatMap(({ actor }) => (actor.kind === 'staff' ? [actor] : []))
  const unique = (ids: readonly string[]) => [...new Set(ids)]
  const [names, places, bodies] = await Promise.all([
    posts.namesOf(area, unique([...staff.map(({ post }) => post), ...postsNamed(facts)])),
    organisation.placesByIds(area, unique(staff.map(({ place }) => place))),
    organisation.bodiesByIds(
      area,
      unique(
        facts
          .flatMap(({ kind, body }) => (kind === 'referred' ? [body['from'], body['to']] : []))
          .map(String),
      ),
    ),
  ])
  const named = (rows: readonly { id: string; name: string }[]) =>
    new Map(rows.map(({ id, name }) => [id, name]))
  return { posts: names, places: named(places), bodies: named(bodies) }
}

/** Colleagues a fact speaks of beside who acted: to whom a case was given, whom a signature is asked of. */
function postsNamed(facts: readonly Fact[]): string[] {
  return facts.flatMap(({ body: { post, posts, who } }) => {
    const urged = (who as { posts?: unknown } | undefined)?.posts
    const lists = [posts, urged].flatMap((list) => (Array.isArray(list) ? list : []))
    return [post, ...lists].filter((id) => typeof id === 'string')
  })
}
