import type { ActField } from '../../contract/act-field.ts'
import type { ChapterWords } from '../chapter-words.ts'
import { text, told } from '../joint/words.ts'
import type { About } from '../chapter-page.ts'
import { LANE_SERVICES, openLane, type LaneService } from './dossier.ts'

export const SERVICE_NAMES: Readonly<Record<LaneService, string>> = {
  consult: '咨询',
  guide: '指导',
  handle: '办理',
}

/** The one contact of a project: somebody of the deciding body or of the place that took the matter in. */
async function contactFields({ means, area, dossier, today }: About): Promise<ActField[]> {
  const near = await means.posts.colleagues(
    area,
    { body: dossier.decidingBody, place: dossier.acceptPlace },
    today,
  )
  // The deciding body first: they know the matter.
  const inOrder = near.toSorted(
    (a, b) => Number(b.body === dossier.decidingBody) - Number(a.body === dossier.decidingBody),
  )
  return [
    {
      ...{ name: 'post', label: '直通车联系人', type: 'choice', required: true },
      options: inOrder.slice(0, 60).map(({ post, personName, title }) => ({
        value: post,
        label: `${personName}（${title}）`.slice(0, 80),
      })),
    },
    { name: 'phone', label: '联系人电话', type: 'phone', required: true, hint: '会写给申请人看' },
  ]
}

export const fastLaneWords: ChapterWords = {
  group: 'special',
  acts: {
    'open-fast-lane': {
      ...{ title: '列入重大项目直通车', tone: 'normal' },
      help: '一个联系人，咨询、指导、办理三项服务各有记录；同一项目代码的办件放在一起。',
      fields: async (about) => [
        {
          ...{ name: 'project', label: '项目代码', type: 'text', required: true, maxLength: 40 },
          hint: '投资项目在线审批监管平台的代码，例如2026-370304-48-03-012345',
          pattern: {
            matches: '^[0-9A-Za-z][0-9A-Za-z-]{3,39}$',
            otherwise: '项目代码只有数字、字母和短横，至少4位',
          },
        },
        { name: 'name', label: '项目名称', type: 'text', required: true, least: 2, maxLength: 100 },
        ...(await contactFields(about)),
      ],
    },
    'change-contact': { title: '更换直通车联系人', tone: 'normal', fields: contactFields },
    'record-service': {
      ...{ title: '登记直通车服务', tone: 'normal' },
      fields: ({ dossier }) => [
        {
          ...{ name: 'service', label: '哪一项服务', type: 'choice', required: true },
          options: LANE_SERVICES.filter((one) => openLane(dossier)?.services[one].finished === undefined).map(
            (value) => ({ value, label: SERVICE_NAMES[value] }),
          ),
        },
        text('text', '做了什么', 2, '申请人也能看到'),
        {
          name: 'finished',
          label: '这项服务是不是已经完成',
          type: 'yes-no',
          required: false,
          sent: 'boolean',
        },
      ],
    },
    'close-fast-lane': {
      ...{ title: '退出直通车', tone: 'danger' },
      fields: [{ ...text('reason', '原因', 4), maxLength: 500 }],
    },
  },
  roles: { 'lane-contact': '直通车联系人', 'lane-director': '中心主任' },
  refusals: {
    'contact-unknown': '联系人要从决定机关或者收件场所的在岗人员里选。请重新选择。',
    'service-finished': (facts) =>
      `“${SERVICE_NAMES[facts['service'] as LaneService] ?? '这项服务'}”已经登记完成，不能再加记录。请选择其他服务。`,
  },
  told: {
    'fast-lane-opened': ({ body }) =>
      told(`列入重大投资项目直通车：${String(body['name'])}`, contactLine(body['contact'])),
    'contact-changed': ({ body }) => told('更换直通车联系人', contactLine(body['contact'])),
    'service-recorded': ({ body }, { open }) =>
      told(
        `直通车${SERVICE_NAMES[body['service'] as LaneService]}服务${body['finished'] === true ? '完成' : ''}`,
        String(open(body['text']) ?? ''),
      ),
    'fast-lane-closed': ({ body }, { open }) => told('退出直通车', String(open(body['reason']) ?? '')),
  },
}

/** The number stands in the block of the project, masked for officers. */
function contactLine(contact: unknown): string {
  return `联系人：${(contact as { name: string }).name}`
}
