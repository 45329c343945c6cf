import { maskPhone } from '#platform/crypto/mask.ts'
import { day } from '#ui/format/day.ts'
import type { ChapterPage } from '../chapter-page.ts'
import { LANE_SERVICES, openLane, phoneOf, type ServiceRecord } from './dossier.ts'
import { siblings } from './siblings.ts'
import { SERVICE_NAMES } from './words.ts'

/** The project's contact, the three records, and the other cases of the project; the same for applicant and office. */
export const fastLanePage: ChapterPage = {
  parts: async (about) => {
    const lane = openLane(about.dossier)
    if (lane === undefined) return []
    const others = await siblings(about, lane.project)
    const phone = phoneOf(lane.contact, about.open)
    return [
      {
        key: 'fast-lane',
        title: '重大投资项目直通车',
        tag: { text: '直通车', tone: 'blue' },
        lines: [],
        facts: [
          { label: '项目', text: `${lane.name}（${lane.project}）` },
          { label: '联系人', text: lane.contact.name },
          // The applicant is to call it; officers ask for it like for any other number (`reveal`).
          { label: '联系电话', text: about.own ? phone : maskPhone(phone) },
          ...(others.length > 0
            ? [
                {
                  label: '同项目办件',
                  text: others.map(({ no, item, state }) => `${no} ${item}：${state}`).join('；'),
                },
              ]
            : []),
        ],
        table: {
          head: ['服务', '状态', '记录'],
          rows: LANE_SERVICES.map((service) => {
            const record = lane.services[service]
            return [SERVICE_NAMES[service], stateOf(record), entriesOf(record, about.open)]
          }),
        },
      },
    ]
  },
}

function stateOf({ finished, entries }: ServiceRecord): string {
  if (finished) return `已完成（${day(finished.day)}）`
  return entries.length === 0 ? '已开通，待服务' : '服务中'
}

function entriesOf({ entries }: ServiceRecord, open: (sealed: unknown) => unknown): string {
  return entries.map(({ text, by }) => `${day(by.day)} ${String(open(text) ?? '')}`).join('\n')
}
