import type { Actor } from '#engine/actor.ts'
import type { Fact } from '#engine/fact.ts'
import { due } from '#engine/clock/clock.ts'
import { legalDay } from '#engine/day.ts'
import { allowed } from '#engine/procedure/decide.ts'
import type { ReliedOn } from '#engine/procedure/procedure.ts'
import { readFact } from '#capabilities/acts/stored-fact.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { PartyDetails } from '#capabilities/party/contract.ts'
import { withOffset } from '#platform/clock.ts'
import { maskCitizenId, maskName, maskPhone } from '#platform/crypto/mask.ts'
import { describe } from '#ui/form/index.ts'
import type {
  AllowedAct,
  CaseDetail,
  FileView,
  MaterialView,
  PaperView,
  StoryLine,
  SupplementLine,
} from '../contract.ts'
import { approval, type CaseDossier } from '../model.ts'
import { paperToken } from '../papers/tokens.ts'
import type { CaseRow } from '../store.ts'
import { ACT_TITLES, PAPER_TITLES, STEP_TITLES, tell } from '../words.ts'
import type { Attachments } from './attachments.ts'
import type { CaseMeans } from './means.ts'
import { openTexts } from './open-texts.ts'
import { clockViews, summary, type Names } from './views.ts'
import type { Worlds } from './worlds.ts'

interface Parts {
  means: CaseMeans
  worlds: Worlds
  attachments: Attachments
  names(rows: readonly CaseRow[]): Promise<Names>
}

export interface Looking {
  actor: Actor
  now: string
  reliesOn: readonly ReliedOn[]
}

/** The whole case page in a few queries: row, facts, names, opened texts, files. */
export async function detail(parts: Parts, row: CaseRow, looking: Looking): Promise<CaseDetail> {
  const { means, worlds } = parts
  const { dossier, area } = row
  const today = legalDay(looking.now)
  const published = await means.catalogue.pinned(area, dossier.item.id, dossier.item.version)
  const [facts, names, calendar, files, world, posts, regions] = await Promise.all([
    means.ledger.facts(area, row.stream).then((stored) => stored.map(readFact)),
    parts.names([row]),
    worlds.calendar(area),
    parts.attachments.views(
      area,
      Object.values(dossier.materials).flatMap((held) => held.files.map((file) => file.id)),
    ),
    worlds.of(area, published, dossier.party, looking, false),
    postNames(means, area, dossier),
    regionsOf(means, area, today),
  ])
  const opened = await openTexts(means, dossier, facts)
  const open = (sealed: unknown): unknown => opened.get(String(sealed))
  const { item } = published
  const acts = allowed(approval, dossier, looking.actor, looking.now, world)
  const own = looking.actor.kind === 'citizen'
  return {
    summary: summary(row, names, today),
    itemVersion: item.version,
    applicant: applicantView(open(dossier.applicant) as PartyDetails | undefined, own),
    form: describe(item.form, maskForm(item, (open(dossier.form) ?? {}) as Record<string, string>, own), {
      regions,
    }).map(({ label, text, section }) => ({ label, text, ...(section === undefined ? {} : { section }) })),
    materials: item.materials.map((material) => materialView(material, dossier, files, open)),
    clocks: clockViews(dossier, calendar, today),
    steps: steps(facts, dossier),
    ...supplementView(item, dossier, calendar, open),
    ...decisionView(dossier, open),
    deliveryMode: dossier.delivery,
    story: story(facts, { item, open, own, posts, names }),
    papers: papers(means, area, dossier),
    allowed: acts.flatMap(allowedAct),
  }
}

export function allowedAct(name: string): AllowedAct[] {
  const words = ACT_TITLES[name]
  const action = approval.actions.find((candidate) => candidate.name === name)
  return words === undefined || action === undefined ? [] : [{ act: name, ...words, input: action.input }]
}

/** Region codes in the form read as names; a form without a region field costs nothing. */
function regionsOf(means: CaseMeans, area: string, day: string) {
  return means.organisation.regionDirectory(area, day)
}

async function postNames(
  means: CaseMeans,
  area: string,
  dossier: CaseDossier,
): Promise<ReadonlyMap<string, string>> {
  const marks = [
    dossier.last.by,
    dossier.acceptance?.by,
    dossier.review?.by,
    dossier.decision?.by,
    dossier.seal?.by,
    dossier.delivered?.by,
    dossier.proposal?.by,
  ]
  return means.posts.namesOf(area, [...new Set(marks.flatMap((mark) => mark?.post ?? []))])
}

export function applicantView(details: PartyDetails | undefined, clear: boolean): CaseDetail['applicant'] {
  if (details === undefined)
    return { name: '（信息已删除）', idKind: '', idNumber: '', phone: '', masked: true }
  const { name, idKind, idNumber, phone } = details
  const kind = idKind === 'citizen-id' ? '公民身份号码' : '统一社会信用代码'
  return clear
    ? { name, idKind: kind, idNumber, phone, masked: false }
    : {
        name: maskName(name),
        idKind: kind,
        idNumber: idKind === 'citizen-id' ? maskCitizenId(idNumber) : idNumber,
        phone: maskPhone(phone),
        masked: true,
      }
}

/** What the applicant filled in; the party's own fields are masked for staff until revealed. */
function maskForm(item: ItemVersion, values: Record<string, string>, clear: boolean): Record<string, string> {
  if (clear) return values
  const masks: Record<string, (value: string) => string> = {
    'citizen-id': maskCitizenId,
    phone: maskPhone,
  }
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = item.form.fields.find((candidate) => candidate.name === name)
      const mask = field?.element === 'party.name' ? maskName : masks[field?.type ?? '']
      return [name, mask && typeof value === 'string' ? mask(value) : value]
    }),
  )
}

function materialView(
  material: ItemVersion['materials'][number],
  dossier: CaseDossier,
  files: ReadonlyMap<string, FileView>,
  open: (sealed: unknown) => unknown,
): MaterialView {
  const held = dossier.materials[material.id]
  return {
    id: material.id,
    name: material.name,
    necessity: material.necessity,
    requirement: material.acceptStandard,
    ...(material.when ? { when: material.when } : {}),
    fromForm: material.fromForm === true,
    verdict: held?.verdict ?? 'unchecked',
    ...(held?.note ? { note: String(open(held.note) ?? '') } : {}),
    paperOriginals: held?.paperOriginals ?? 0,
    paperCopies: held?.paperCopies ?? 0,
    files: (held?.files ?? []).flatMap((file, index) => {
      const view = files.get(file.id)
      return view
        ? [
            {
              ...view,
              name: `${material.name}-${index + 1}${view.name.slice(view.name.lastIndexOf('.'))}`,
              url: `/api/v1/cases/${dossier.no}/files/${file.id}`,
            },
          ]
        : []
    }),
  }
}

function steps(facts: readonly Fact[], dossier: CaseDossier): CaseDetail['steps'] {
  const kinds: Record<string, readonly string[]> = {
    received: ['received'],
    accepted: ['accepted'],
    reviewed: ['reviewed'],
    decided: ['granted', 'denied'],
    issued: ['sealed'],
    closed: ['closed'],
  }
  const rank = Object.keys(kinds)
  const done = (name: string) => facts.findLast((fact) => kinds[name]!.includes(fact.kind))
  const ended = approval.states[dossier.state]?.final === true
  const next = ended ? -1 : rank.findIndex((name) => done(name) === undefined)
  return rank.flatMap((name, index) => {
    const fact = done(name)
    if (fact === undefined && ended) return []
    const state = fact ? ('done' as const) : index === next ? ('current' as const) : ('coming' as const)
    return [
      {
        title: STEP_TITLES[name as keyof typeof STEP_TITLES],
        state,
        ...(fact ? { at: withOffset(fact.at) } : {}),
      },
    ]
  })
}

function supplementView(
  item: ItemVersion,
  dossier: CaseDossier,
  calendar: Parameters<typeof due>[1],
  open: (sealed: unknown) => unknown,
) {
  if (dossier.supplement === undefined) return {}
  const clock = dossier.clocks['supplement']
  const day = clock && due(clock, calendar).day
  const lines = (open(dossier.supplement.lines) as SupplementLine[] | undefined) ?? []
  return {
    supplement: {
      lines: lines.map((line) => ({ ...line, name: nameOf(item, line.material) })),
      ...(day === undefined ? {} : { dueDay: day }),
      open: dossier.supplement.open,
    },
  }
}

function decisionView(dossier: CaseDossier, open: (sealed: unknown) => unknown) {
  const { decision } = dossier
  if (decision === undefined || decision.result === 'refused') return {}
  const said = open(decision.reason) as { conclusion?: string; reason?: string } | undefined
  return {
    decision: {
      result: decision.result,
      reason: said?.conclusion ?? said?.reason ?? '',
      day: decision.by.day,
    },
  }
}

interface Telling {
  item: ItemVersion
  open: (sealed: unknown) => unknown
  own: boolean
  posts: ReadonlyMap<string, string>
  names: Names
}

function story(facts: readonly Fact[], { item, open, own, posts, names }: Telling): StoryLine[] {
  const who = ({ actor }: Fact): string => {
    if (actor.kind === 'staff') return posts.get(actor.post) ?? '工作人员'
    if (actor.kind === 'citizen') return own ? '您' : '申请人'
    return '系统'
  }
  return facts.map((fact) => ({
    seq: fact.seq,
    at: withOffset(fact.at),
    who: who(fact),
    ...(fact.actor.kind === 'staff' ? { place: names.place(fact.actor.place) } : {}),
    ...tell(fact, { open, material: (id) => nameOf(item, id) }),
  }))
}

/** Papers that have been made, oldest first. */
function papers(means: CaseMeans, area: string, dossier: CaseDossier): PaperView[] {
  return dossier.papers.map((paper) => ({
    id: paper.id,
    kind: paper.kind,
    title: PAPER_TITLES[paper.kind] ?? paper.kind,
    ...(paper.number ? { number: paper.number } : {}),
    at: withOffset(paper.at),
    url: `/api/v1/cases/${dossier.no}/papers/${paper.id}`,
    verifyUrl: `${means.publicUrl}/verify/${paperToken(means.keys, area, paper.id)}`,
  }))
}

function nameOf(item: ItemVersion, id: string): string {
  return item.materials.find((material) => material.id === id)?.name ?? id
}
