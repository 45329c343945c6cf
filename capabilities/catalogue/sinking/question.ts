import { refusal } from '#engine/refusal.ts'
import { bookAct, defineBook, field, record, type Asked } from '#capabilities/books/model.ts'
import { WHYS, type Why } from './model/flags.ts'
import { holdingsOf, ruleOf, type SinkingGround } from './ground.ts'

export const STATION_QUESTION = 'station-question'

const ANSWERS = { keep: '保留', 'give-up': '交回中心', train: '安排培训' } as const

const asked = record({
  item: field.item(),
  itemName: field.text('事项名称', { most: 200 }),
  station: field.place('便民服务站'),
  stationName: field.text('站点名称', { most: 200 }),
  town: field.body('镇（街道）'),
  why: field.choice('过问的原因', WHYS),
  months: field.count('统计月数', { least: 1, most: 24 }),
  cases: field.count('办件数'),
  late: field.count('其中超时'),
})
const body = record({
  ...asked.properties,
  answer: field.optional(field.choice('答复', ANSWERS)),
  reason: field.optional(field.text('说明', { most: 500 })),
  trained: field.optional(field.text('培训情况', { most: 500 })),
})

export interface StationQuestion {
  item: string
  itemName: string
  station: string
  stationName: string
  town: string
  why: Why
  months: number
  cases: number
  late: number
  answer?: keyof typeof ANSWERS
  reason?: string
  trained?: string
}

interface Known {
  answerDays: number
  stillHeld: boolean
}
const act = bookAct<StationQuestion, Known>()
const AT_STATION = ['village-agent', 'director'] as const
const reason = field.text('说明', { least: 4, most: 500 })

/** 站点事项过问 (LC-3.4-12): a station that never handles what it holds, or handles it late, says whether to keep it, give it up or be trained. */
export const stationQuestion = (ground: SinkingGround) =>
  defineBook({
    kind: STATION_QUESTION,
    words: {
      ...{ title: '站点事项过问', entry: '这次过问' },
      text: '站里有权办理却一直没有办过、或者超时较多的事项，由系统列出。站里或者镇（街道）在期限内答复：保留、交回中心，或者安排培训。',
      basis: ['LC-3.4-10', 'LC-3.4-12'],
    },
    body,
    columns: ['stationName', 'itemName', 'why', 'cases', 'late', 'answer'],
    states: {
      asked: { title: '待答复', waits: AT_STATION },
      training: { title: '培训中', waits: ['director'] },
      'giving-up': { title: '待收回', waits: ['item-approver'], tone: 'bad' },
      kept: { title: '保留', final: true, tone: 'good' },
      trained: { title: '已培训', final: true, tone: 'good' },
      'given-up': { title: '已交回中心', final: true },
    },
    sees: {
      ...{
        'village-agent': 'own-place',
        director: 'own-body',
        'item-author': 'area',
        'item-approver': 'area',
      },
      ...{ supervisor: 'area', organiser: 'area', system: 'area' },
    },
    place: ({ item, itemName, station, stationName, town }) => ({
      ...{ title: `${stationName}：${itemName}`, key: `${station} ${item}`, item, place: station },
      ...{ places: [station], bodies: [town] },
    }),
    world: (looking) => known(ground, looking),
    acts: [
      act({
        ...{ name: 'ask', title: '过问', past: '列出，请站里答复', lawful: 'LC-3.4-12' },
        ...{ from: [], to: ['asked'], by: ['system'], input: asked },
        due: ({ world: { calendar, today, known: around } }) =>
          calendar.addWorkingDays(today, around.answerDays),
      }),
      act({
        ...{ name: 'keep', title: '保留', past: '答复：保留', tone: 'primary' as const },
        ...{ from: ['asked'], to: ['kept'], by: AT_STATION, input: record({ reason }) },
        sets: ({ input }) => ({ answer: 'keep', ...input }),
      }),
      act({
        ...{ name: 'train', title: '安排培训', past: '答复：安排培训' },
        ...{ from: ['asked'], to: ['training'], by: AT_STATION },
        input: record({ reason, by: field.day('培训完成日期') }),
        refuse: ({ input, world }) =>
          input.by <= world.today
            ? refusal('station-training-past', { facts: { day: input.by } })
            : undefined,
        sets: ({ input }) => ({ answer: 'train', reason: input.reason }),
        due: ({ input }) => input.by,
      }),
      act({
        ...{ name: 'finish-training', title: '登记培训完成', past: '培训完成', tone: 'primary' as const },
        ...{ from: ['training'], to: ['trained'], by: ['director'] },
        input: record({ trained: field.text('谁参加了什么培训', { least: 4, most: 500 }) }),
        sets: ({ input }) => input,
      }),
      act({
        ...{ name: 'give-up', title: '交回中心', past: '答复：交回中心', tone: 'danger' as const },
        ...{ from: ['asked', 'training'], to: ['giving-up'], by: AT_STATION, input: record({ reason }) },
        help: '由事项管理单位收回；收回以前，站里还要照常办理。',
        sets: ({ input }) => ({ answer: 'give-up', ...input }),
        due: ({ world: { calendar, today, known: around } }) =>
          calendar.addWorkingDays(today, around.answerDays),
      }),
      act({
        ...{ name: 'settle', title: '登记已收回', past: '已收回', tone: 'primary' as const },
        ...{ from: ['giving-up'], to: ['given-up'], by: ['item-approver'], input: record({}) },
        refuse: ({ dossier, world }) =>
          world.known.stillHeld
            ? refusal('station-still-holds', {
                facts: { station: dossier.body.stationName, item: dossier.body.itemName },
              })
            : undefined,
      }),
    ],
  })

async function known(
  ground: SinkingGround,
  { area, now, entry: { version, body: written } }: Asked<StationQuestion>,
): Promise<Known> {
  const [{ answerWorkingDays }, holdings] = await Promise.all([
    ruleOf(ground, area),
    version === 0 ? [] : holdingsOf(ground, area, now),
  ])
  return {
    answerDays: answerWorkingDays,
    stillHeld: holdings.some(({ item, station }) => item === written.item && station === written.station),
  }
}
