import type { Instant } from '#engine/day.ts'
import { legalDay } from '#engine/day.ts'
import { held } from '#capabilities/books/index.ts'
import { askedOf, columnsOf, sheetFile, type SheetFile } from '#ui/format/sheet.ts'
import type { SinkingView } from '../contract/sinking-routes.ts'
import { unfit } from '../books/step-sinking.ts'
import { catalogueReader } from '../store.ts'
import { WHYS } from './model/flags.ts'
import { STATION_QUESTION, type StationQuestion } from './question.ts'
import { sinkingReport, type SinkingMeans } from './read.ts'

interface When {
  area: string
  now: Instant
}

const MODES = { accept: '受理', handle: '直接办理' } as const
const STATES: Readonly<Record<string, string>> = {
  asked: '待答复',
  training: '培训中',
  'giving-up': '待收回',
}

export async function sinkingView(means: SinkingMeans, when: When): Promise<SinkingView> {
  const { area, now } = when
  const day = legalDay(now)
  const [{ rule, proposals, items, places }, listed, questions] = await Promise.all([
    sinkingReport(means, when),
    catalogueReader(means.db).itemsInForce(area, day),
    held<StationQuestion>(means.db, { kind: STATION_QUESTION }, { area, open: true }),
  ])
  const versions = new Map(listed.map(({ item }) => [item.id, item]))
  const modeOf = (id: string) =>
    unfit({ mode: 'handle' }, { item: versions.get(id), places: [] }) === undefined ? 'handle' : 'accept'
  return {
    ...{ day, months: rule.months, people: rule.people },
    proposals: proposals.map(({ item, name, simple, stations }) => ({
      ...{ item, name, simple, modeText: MODES[modeOf(item)] },
      people: stations.reduce((sum, each) => sum + each.people, 0),
      stations: stations.map(({ station, people, cases }) => ({
        ...{ station, people, cases },
        name: places.get(station)?.name ?? station,
      })),
    })),
    questions: questions
      .map(({ id, entry: { state, due, body } }) => ({
        ...{ id, stationName: body.stationName, itemName: items.get(body.item) ?? body.itemName },
        ...{ whyText: WHYS[body.why], cases: body.cases, late: body.late, months: body.months },
        ...{ stateText: STATES[state] ?? state, overdue: due !== undefined && due < day },
        ...(due === undefined ? {} : { answerBy: due }),
      }))
      .toSorted((one, other) => ((one.answerBy ?? '9') < (other.answerBy ?? '9') ? -1 : 1)),
  }
}

export async function sinkingFile(means: SinkingMeans, when: When): Promise<SheetFile> {
  const { proposals, months, people } = await sinkingView(means, when)
  return sheetFile({
    title: '建议下沉的事项',
    columns: columnsOf('事项', '建议的进驻方式', '便民服务站', '来中心办理的人数', '办件数'),
    rows: proposals.flatMap(({ name, modeText, stations }) =>
      stations.map((station) => [
        name,
        modeText,
        station.name,
        String(station.people),
        String(station.cases),
      ]),
    ),
    asked: askedOf({ 统计: `最近${months}个月，满${people}人` }),
    more: false,
  })
}
