import type { StaffActor } from '#engine/actor.ts'
import type { LegalDay } from '#engine/day.ts'
import { refusal, type Refusal } from '#engine/refusal.ts'
import type { Book } from '#capabilities/books/model.ts'
import type { Queryable } from '#platform/db/db.ts'
import { askedOf, columnsOf, sheetFile, type SheetFile } from '#ui/format/sheet.ts'
import { domainTitles } from '../contract/domains.ts'
import type { ListLineView, ListVersionRow, ListView } from '../contract/list-routes.ts'
import type { ItemVersion } from '../contract.ts'
import {
  CHANGE_WORDS,
  changeColumns,
  flagText,
  handbookText,
  LIST_WORDS,
  listColumns,
  noticeText,
} from '../words/lists.ts'
import { itemTypeTitles } from '../words.ts'
import { ENTRY_MODES, LINE_TITLES, ONLINE_WORDS, type ListLine } from './line.ts'
import { CENTRE_LIST, GUIDING_LIST } from './kinds/centre-list.ts'
import { cityOf } from './kinds/means.ts'
import { STATION_LIST } from './kinds/station-list.ts'
import { differencesOf, type ListDifferences } from './model/compare.ts'
import { linkFlags } from './model/linkage.ts'
import type { ListVersion } from './model/version.ts'
import { inForceOf, listInForce, listVersions, type ListedVersion } from './versions.ts'

export interface ListViewMeans {
  db: Queryable
  lists: readonly Book<ListVersion>[]
}

/** Drafts are the business of whoever may write in the list; everybody else of the house reads what is public. */
const readsDrafts = ({ sees }: Book<ListVersion>, { roles }: StaffActor): boolean =>
  roles.some((role) => role in sees)

const seenBy = (list: Book<ListVersion>, actor: StaffActor, versions: readonly ListedVersion[]) =>
  readsDrafts(list, actor) ? versions : versions.filter(({ state }) => state === 'published')

export async function listViews(
  { db, lists }: ListViewMeans,
  actor: StaffActor,
  day: LegalDay,
): Promise<ListView[]> {
  return Promise.all(lists.map((list) => listView(db, list, actor, day)))
}

async function listView(
  db: Queryable,
  list: Book<ListVersion>,
  actor: StaffActor,
  day: LegalDay,
): Promise<ListView> {
  const { kind, words } = list
  const all = await listVersions(db, actor.area, kind)
  const current = inForceOf(all, day)
  const above = await tiedTo(db, actor.area, kind, day)
  const flags = current === undefined ? [] : linkFlags(above, current)
  return {
    ...{ list: kind, title: words.title, text: words.text, basis: [...words.basis] },
    versions: seenBy(list, actor, all).map((version) => rowOf(version, current, day)),
    flags: flags.map((flag) => ({
      ...{ line: flag.line, name: flag.name, flag: flag.flag, text: flagText(flag) },
      ...(flag.explained === undefined ? {} : { explained: flag.explained }),
    })),
    domains: Object.entries(domainTitles).map(([domain, title]) => ({
      ...{ domain, title },
      count: current?.lines.filter((line) => line.domain === domain).length ?? 0,
    })),
  }
}

/** The list whose lines this one's are tied to. */
function tiedTo(
  db: Queryable,
  area: string,
  kind: string,
  day: LegalDay,
): Promise<ListedVersion | undefined> {
  if (kind === STATION_LIST) return listInForce(db, area, CENTRE_LIST, day)
  return Promise.resolve(undefined)
}

const STANDINGS = {
  draft: '编制中',
  submitted: '待审定',
  approved: '未公布（已审定，没有公告）',
  withdrawn: '已废止',
} as const

function rowOf(version: ListedVersion, current: ListedVersion | undefined, day: LegalDay): ListVersionRow {
  const { id, no, title, from, state, lines } = version
  const notice = noticeText(version)
  const handbookNotice = handbookText(version)
  return {
    ...{ id, no, title, from, state, lines: lines.length },
    standing: standingOf(version, current, day),
    unpublished: notice === undefined,
    current: version.id === current?.id,
    ...(notice === undefined ? {} : { notice }),
    ...(handbookNotice === undefined ? {} : { handbookNotice }),
  }
}

function standingOf(
  { state, firstDay, no, id }: ListedVersion,
  current: ListedVersion | undefined,
  day: LegalDay,
) {
  if (state !== 'published') return STANDINGS[state]
  if (firstDay > day) return '已公布，还没有到施行日期'
  return current === undefined || current.id === id || current.no < no ? '现行' : `已被第${current.no}版代替`
}

export interface VersionAsked {
  list: string
  /** Left out, the one in force. */
  no?: number
  against?: number
}

interface Chosen {
  list: Book<ListVersion>
  version: ListedVersion
  before: ListedVersion | undefined
  current: ListedVersion | undefined
}

async function chosen(
  { db, lists }: ListViewMeans,
  actor: StaffActor,
  day: LegalDay,
  { list: kind, no, against }: VersionAsked,
): Promise<Chosen | Refusal> {
  const list = lists.find((each) => each.kind === kind)
  if (list === undefined) return refusal('list-not-found')
  const all = await listVersions(db, actor.area, kind)
  const seen = seenBy(list, actor, all)
  const current = inForceOf(all, day)
  const version = no === undefined ? current : seen.find((each) => each.no === no)
  if (version === undefined) return refusal('list-not-found')
  const published = seen.filter(({ state, no: other }) => state === 'published' && other < version.no)
  const before = against === undefined ? published[0] : seen.find((each) => each.no === against)
  return { list, version, before, current }
}

export async function listVersion(
  means: ListViewMeans,
  actor: StaffActor,
  day: LegalDay,
  asked: VersionAsked,
) {
  const found = await chosen(means, actor, day, asked)
  if ('refused' in found) return found
  const { version, before, current } = found
  const origins = await originNames(means.db, actor.area, asked.list, day)
  return {
    version: rowOf(version, current, day),
    lines: version.lines.map((line) => lineView(line, origins)),
    ...(before === undefined
      ? {}
      : { changes: { against: before.no, ...changesText(differencesOf(before.lines, version.lines)) } }),
  }
}

/** Names of the lines above, so that nobody has to read keys. */
async function originNames(db: Queryable, area: string, kind: string, day: LegalDay) {
  const above =
    kind === CENTRE_LIST
      ? await listInForce(db, cityOf(area), GUIDING_LIST, day)
      : await tiedTo(db, area, kind, day)
  return new Map(above?.lines.map(({ key, name }) => [key, name]))
}

function lineView(line: ListLine, origins: ReadonlyMap<string, string>): ListLineView {
  return {
    ...{ key: line.key, name: line.name, note: line.note ?? '' },
    domainText: fieldText('domain', line.domain),
    typeText: fieldText('itemType', line.itemType),
    modeText: [fieldText('mode', line.mode), fieldText('online', line.online)].filter(Boolean).join('，'),
    originText:
      line.origin === undefined
        ? line.approval === undefined
          ? ''
          : `市级批准：${line.approval}`
        : (origins.get(line.origin) ?? line.origin),
  }
}

const TITLES: Partial<Record<keyof typeof LINE_TITLES, Readonly<Record<string, string>>>> = {
  domain: domainTitles as Readonly<Record<ItemVersion['domain'], string>>,
  itemType: itemTypeTitles,
  mode: ENTRY_MODES,
  online: ONLINE_WORDS,
}

const fieldText = (field: keyof typeof LINE_TITLES, value: string | undefined): string =>
  value === undefined ? '' : (TITLES[field]?.[value] ?? value)

function changesText({ came, went, changed }: ListDifferences) {
  return {
    came: came.map(({ name }) => name),
    went: went.map(({ name }) => name),
    changed: changed.map(({ name, fields }) => ({
      name,
      text: fields
        .map(({ field, before, after }) => {
          const said = (value: string | undefined) => fieldText(field, value) || LIST_WORDS.none
          return `${LINE_TITLES[field]}：${said(before)}→${said(after)}`
        })
        .join('；'),
    })),
  }
}

/** One version for a spreadsheet, and beside it what differs from the version before. */
export async function listVersionFile(
  means: ListViewMeans,
  actor: StaffActor,
  day: LegalDay,
  asked: VersionAsked,
): Promise<SheetFile | Refusal> {
  const found = await listVersion(means, actor, day, asked)
  if ('refused' in found) return found
  const { version, lines, changes } = found
  const title = `${version.title}（第${version.no}版）`
  const rows = changes
    ? [
        ...changes.came.map((name) => [CHANGE_WORDS.came, name, '']),
        ...changes.went.map((name) => [CHANGE_WORDS.went, name, '']),
        ...changes.changed.map(({ name, text }) => [CHANGE_WORDS.changed, name, text]),
      ]
    : []
  return sheetFile({
    ...{ title, name: title, more: false },
    columns: columnsOf(...listColumns),
    rows: lines.map((line, index) => [
      ...[index + 1, line.name, line.domainText, line.typeText, line.modeText, line.originText, line.note],
    ]),
    asked: askedOf({ 状态: version.standing, 公告: version.notice ?? '没有公告' }),
    ...(changes === undefined
      ? {}
      : {
          beside: [
            {
              ...{ title: LIST_WORDS.changesSheet, columns: columnsOf(...changeColumns), rows, more: false },
              asked: askedOf({ 对照: `第${changes.against}版` }),
            },
          ],
        }),
  })
}
