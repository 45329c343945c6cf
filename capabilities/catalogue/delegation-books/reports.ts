import { legalDay } from '#engine/day.ts'
import { held } from '#capabilities/books/index.ts'
import { askedOf, columnsOf, sheetFile, type SheetFile } from '#ui/format/sheet.ts'
import { domainTitles } from '../contract/domains.ts'
import type { BothTiersRow, GuidingCounty, ReadyRow, RoundView } from '../contract/delegation-routes.ts'
import { catalogueReader } from '../store.ts'
import { GUIDING_LINE, type GuidingLine } from './guiding/line.ts'
import { countiesOf } from './guiding/tell.ts'
import { GROUNDS, type Judgement } from './judgement.ts'
import { bodiesById, JUDGEMENT, type DelegationMeans } from './means.ts'
import { bothTiers, type BothTiersLine } from './model/both-tiers.ts'
import { linesOfRound, rounds, type LineOfRound } from './sorting/read.ts'
import type { When } from './view.ts'

const STATE_TEXTS: Readonly<Record<BothTiersRow['state'], string>> = {
  missing: '符合条件，还没有下放到位',
  'not-judged': '还没有判定',
  'not-qualified': '不符合下放条件',
  forbidden: '法律、法规不允许',
  delegated: '已经下放到全部镇（街道）',
}

/** 区镇都能办的事项: what qualifies and is not delegated comes first. */
export async function bothTiersView(means: DelegationMeans, { area, now }: When) {
  const day = legalDay(now)
  const read = catalogueReader(means.db)
  const [items, grants, bodies, judged] = await Promise.all([
    read.itemsInForce(area, day),
    read.grants(area),
    bodiesById(means, area, day),
    held<Judgement>(means.db, { kind: JUDGEMENT }, { area, state: 'settled' }),
  ])
  const towns = [...bodies.values()]
    .filter(({ tier }) => tier === 5)
    .map(({ id, kind }) => ({ id, street: kind === 'street-office' }))
  const nameOf = (id: string) => bodies.get(id)?.shortName ?? id
  const lines = bothTiers(
    items.map(({ item }) => item),
    {
      grants,
      towns,
      day,
      judged: judged.map(({ entry: { body } }) => ({ ...body, ground: GROUNDS[body.ground] })),
    },
  )
  const order = Object.keys(STATE_TEXTS)
  const rows = lines
    .map(({ item, name, domain, holder, standing }): BothTiersRow => ({
      ...{ item, name, domainText: domainTitles[domain], holderName: nameOf(holder) },
      ...{
        state: standing.state,
        stateText: STATE_TEXTS[standing.state],
        reason: reasonOf(standing, nameOf),
      },
    }))
    .toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state))
  return { day, missing: rows.filter(({ state }) => state === 'missing').length, rows }
}

function reasonOf(standing: BothTiersLine['standing'], nameOf: (id: string) => string): string {
  switch (standing.state) {
    case 'missing':
      return `还没有下放到：${standing.towns.map(nameOf).join('、')}`
    case 'not-qualified':
      return `${standing.ground}：${standing.text}`
    case 'forbidden':
      return standing.basis
    case 'not-judged':
      return '请权属单位在“下放条件判定”里判定'
    case 'delegated':
      return ''
  }
}

export async function bothTiersFile(means: DelegationMeans, when: When): Promise<SheetFile> {
  const { rows } = await bothTiersView(means, when)
  return sheetFile({
    title: '区镇都能办的事项',
    columns: columnsOf('事项', '领域', '权属单位', '下放情况', '原因'),
    rows: rows.map((row) => [row.name, row.domainText, row.holderName, row.stateText, row.reason]),
    asked: [],
    more: false,
  })
}

export function readinessFile({ batch, rows }: { batch: string; rows: readonly ReadyRow[] }): SheetFile {
  return sheetFile({
    title: '承接准备情况',
    columns: columnsOf('镇（街道）', '场所', '事项', '经过培训的人数', '还缺什么'),
    rows: rows.flatMap(({ townName, placeName, items }) =>
      items.map(({ name, trained, lacks }) => [
        townName,
        placeName,
        name,
        String(trained),
        lacks.join('；') || '可以承接',
      ]),
    ),
    asked: askedOf({ 批次: batch }),
    more: false,
  })
}

const ROUND_TEXTS: Readonly<Record<string, string>> = {
  asking: '各单位答复中',
  settled: '已汇总，待公布清单',
  published: '清单已公布',
  'given-up': '已取消',
}

/** Rounds of sorting, each with a count for every one of the fourteen domains. */
export async function roundViews(means: DelegationMeans, { area, now }: When): Promise<RoundView[]> {
  const day = legalDay(now)
  const [all, bodies] = await Promise.all([rounds(means.db, area), bodiesById(means, area, day)])
  const lines = await Promise.all(all.map(({ id }) => linesOfRound(means.db, area, id)))
  return all.map(({ id, entry: { state, body } }, index): RoundView => {
    const own = lines[index]!.filter((line) => line.state !== 'merged')
    const open = own.filter((line) => line.state !== 'answered')
    return {
      ...{ id, name: body.name, by: body.by, state, stateText: ROUND_TEXTS[state] ?? state },
      ...(body.version === undefined ? {} : { version: body.version }),
      ...{ lines: own.length, open: open.length, domains: domainCounts(own) },
      waiting: waitingOf(open, day, (of) => bodies.get(of)?.shortName ?? of),
    }
  })
}

const domainCounts = (lines: readonly LineOfRound[]): RoundView['domains'] =>
  Object.entries(domainTitles).map(([domain, title]) => {
    const own = lines.filter(({ line }) => line.domain === domain)
    const answered = own.filter(({ state }) => state === 'answered')
    const handDown = answered.filter(({ line }) => line.answer === 'hand-down').length
    return { domain, title, count: own.length, answered: answered.length, handDown }
  })

function waitingOf(
  open: readonly LineOfRound[],
  day: string,
  nameOf: (id: string) => string,
): RoundView['waiting'] {
  return [...Map.groupBy(open, ({ line }) => line.asked)]
    .map(([body, own]) => ({
      bodyName: nameOf(body),
      lines: own.length,
      late: own.filter(({ due }) => due !== undefined && due < day).length,
      chased: Math.max(...own.map(({ line }) => line.chased ?? 0)),
    }))
    .toSorted((one, other) => other.late - one.late || other.lines - one.lines)
}

const OPEN_LINES: ReadonlySet<string> = new Set(['told', 'drafting', 'proposed'])

/** A city sees of its counties how far they are with its own catalogue; a county sees itself. */
export async function guidingView(means: DelegationMeans, { area, now }: When): Promise<GuidingCounty[]> {
  const day = legalDay(now)
  const under = await countiesOf(means, area, day)
  const areas = await means.organisation.areas(day)
  return Promise.all(
    (under.length > 0 ? under : [area]).map(async (county) => {
      const rows = await held<GuidingLine>(means.db, { kind: GUIDING_LINE }, { area: county })
      const open = rows.filter(({ entry: { state } }) => OPEN_LINES.has(state))
      const count = (wanted: string) => rows.filter(({ entry: { state } }) => state === wanted).length
      return {
        ...{ area: county, name: areas.find((each) => each.area === county)?.name ?? county },
        ...{ told: rows.length, followed: count('followed'), adapted: count('adapted'), open: open.length },
        late: open.filter(({ entry: { due } }) => due !== undefined && due < day).length,
        names: open.map(({ entry: { body } }) => body.name),
      }
    }),
  )
}
