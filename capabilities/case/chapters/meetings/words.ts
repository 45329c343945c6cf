import { legalDay } from '#engine/day.ts'
import { day as inWords } from '#ui/format/day.ts'
import type { ActField } from '../../contract/act-field.ts'
import type { ChapterWords } from '../chapter-words.ts'
import { VERDICT_NAMES, type Verdict } from '../joint/dossier.ts'
import { named, otherBodies, text, told, verdictField } from '../joint/words.ts'
import type { About } from '../chapter-page.ts'
import {
  MEETING_NAMES,
  openMeeting,
  openTasks,
  type MeetingKind,
  type Participant,
  type Task,
} from './dossier.ts'

const options = (bodies: readonly Participant[]) =>
  bodies.map(({ body, name }) => ({ value: body, label: name }))

function callFields(about: About): ActField[] {
  const early =
    about.dossier.procedure !== 'approval' || !['accepted', 'reviewed'].includes(about.dossier.state)
  const kinds = (early ? ['coordination'] : ['joint-review', 'coordination']) as MeetingKind[]
  return [
    {
      ...{ name: 'kind', label: '开什么会', type: 'choice', required: true, start: kinds[0]! },
      options: kinds.map((value) => ({ value, label: MEETING_NAMES[value] })),
      hint: '联审会由各部门当场提出意见；协调会解决办事人遇到的难题。',
    },
    {
      name: 'day',
      label: '哪一天开',
      type: 'date',
      required: false,
      start: about.today,
      hint: '不填就是今天',
    },
    {
      ...{ name: 'time', label: '几点开', type: 'text', required: true, maxLength: 5, hint: '例如：14:30' },
      pattern: {
        matches: '^([01]\\d|2[0-3]):[0-5]\\d$',
        otherwise: '时间请写成两位小时、冒号、两位分钟，例如14:30',
      },
    },
    { name: 'online', label: '是不是网上开', type: 'yes-no', required: false, sent: 'boolean' },
    {
      ...{ name: 'where', label: '在哪里开', type: 'text', required: true, least: 2, maxLength: 100 },
      hint: '会议室，或者网上会议的名称',
    },
    { name: 'bodies', label: '请哪些部门参加', type: 'choices', required: true, options: otherBodies(about) },
    text('question', '会上要解决什么', 4, '写清卡在哪里、要哪个部门定什么，会印在会议通知上。'),
  ]
}

function resolutionFields({ dossier, world }: About): ActField[] {
  const called = openMeeting(dossier)?.participants ?? []
  const own = { body: dossier.decidingBody, name: world.bodies.get(dossier.decidingBody) ?? '本机关' }
  const ofTask = { field: 'kind', equals: 'task' }
  return [
    {
      ...{ name: 'kind', label: '这一项是', type: 'choice', required: true },
      options: [
        { value: 'opinion', label: '部门意见' },
        { value: 'task', label: '交办事项' },
      ],
    },
    { name: 'body', label: '哪个部门', type: 'choice', required: true, options: options([...called, own]) },
    { ...verdictField(), showWhen: { field: 'kind', equals: 'opinion' } },
    text('text', '内容', 2, '意见写理由和条件；交办写做什么、做到什么程度。'),
    {
      ...{ name: 'workingDays', label: '几个工作日办完', type: 'integer', required: true, sent: 'number' },
      ...{ minimum: 0, maximum: 90, showWhen: ofTask, hint: '当天办完写0' },
    },
    {
      ...{ name: 'blocking', label: '是不是办完才能作决定', type: 'yes-no', required: true, sent: 'boolean' },
      showWhen: ofTask,
    },
  ]
}

function holdFields({ dossier }: About): ActField[] {
  const participants = openMeeting(dossier)?.participants ?? []
  return [
    {
      ...{
        name: 'came',
        label: '到会的部门',
        type: 'choices',
        required: true,
        options: options(participants),
      },
      start: participants.map(({ body }) => body),
    },
    {
      ...{ name: 'minutes', label: '会议情况', type: 'long-text', required: true, least: 4, maxLength: 4000 },
      hint: '谁讲了什么、怎么议定的；已登记的议定事项会自动列进会议纪要。',
    },
  ]
}

/** A choice among open tasks; a department sees its own. */
const taskField = (tasks: readonly Task[], open: About['open']): ActField => ({
  ...{ name: 'task', label: '哪一项', type: 'choice', required: true },
  options: tasks.map(({ id, name, what }) => ({
    value: id,
    label: `${name}：${String(open(what) ?? '')}`.slice(0, 80),
  })),
  ...(tasks.length === 1 ? { start: tasks[0]!.id } : {}),
})

export const meetingsWords: ChapterWords = {
  group: 'joint',
  acts: {
    'call-meeting': {
      ...{ title: '召集会议', tone: 'normal', fields: callFields },
      help: '即开联审会、即开协调会：当天就能开；参加的部门从现在起能看到这个办件。',
    },
    'record-resolution': {
      ...{ title: '登记会议议定事项', tone: 'normal', fields: resolutionFields },
      help: '每一项不是部门意见就是交办事项；登记后马上写回办件。',
    },
    'hold-meeting': {
      ...{ title: '结束会议，形成纪要', tone: 'primary', fields: holdFields },
      help: '议定事项都登记完了再结束；会议纪要自动生成。',
    },
    'cancel-meeting': {
      ...{ title: '取消会议', tone: 'danger' },
      fields: [{ ...text('reason', '原因', 4), maxLength: 500 }],
    },
    'complete-task': {
      ...{ title: '办结交办事项', tone: 'primary' },
      fields: ({ dossier, open, body }) => [
        taskField(
          openTasks(dossier).filter((task) => task.body === body),
          open,
        ),
        text('text', '办理结果', 2),
      ],
    },
    'drop-task': {
      ...{ title: '取消交办事项', tone: 'danger' },
      fields: ({ dossier, open }) => [
        taskField(openTasks(dossier), open),
        { ...text('reason', '原因', 4), maxLength: 500 },
      ],
    },
  },
  stands({ dossier, body, until }) {
    const meeting = openMeeting(dossier)
    if (meeting !== undefined)
      return `${inWords(meeting.day)}由${body}召集有关部门开${MEETING_NAMES[meeting.kind]}，会后接着办理${until('promised', 'statutory', 'notice')}。`
    const waited = openTasks(dossier).filter(({ blocking }) => blocking).length
    return waited === 0
      ? undefined
      : `会议交办的${waited}项工作由有关部门办理，办完以后由${body}作出决定${until('promised', 'statutory')}。`
  },
  clocks: { meeting: '会议召开日', task: '交办事项期限' },
  roles: { 'task-holder': '承办部门' },
  refusals: {
    'joint-review-too-early': '联审会要在受理以后、决定以前开，而且只用于一般程序。现在请开协调会。',
    'meeting-not-begun': (facts) =>
      `会议定在${facts['day'] === undefined ? '以后' : inWords(String(facts['day']))}，还没有开。请到会议当天再登记；要提前开的先取消再重新召集。`,
    'not-at-the-meeting': '这个部门没有被请来参加会议。请从参加会议的部门里选择。',
    'meeting-unresolved': '还没有登记会议议定事项。请先登记，一项也没有议定的请取消会议并写明原因。',
    'meeting-pending': '会议还没有结束，不能作出决定。请先登记议定事项并结束会议，或者取消会议。',
    'speaker-absent': (facts) =>
      `${named(facts)}没有到会，会上却登记了它的意见。到了会的请勾选上；没有到会的请它在办件里书面答复。`,
    'tasks-open': (facts) =>
      `${named(facts)}有会议交办事项没有办完，决定要等办完再作。请催办；不再需要的可以取消交办。`,
    'task-unknown': '没有这项要办的交办事项，或者不是交给您所在部门的。请刷新页面后再选。',
  },
  told: {
    'meeting-called': ({ body, at }) => {
      const { kind, day, time, where, participants } = body['meeting'] as {
        kind: MeetingKind
        day: string
        time: string
        where: string
        participants: Participant[]
      }
      const when = day === legalDay(at) ? '今天' : inWords(day)
      const names = participants.map(({ name }) => name).join('、')
      return told(`召集${MEETING_NAMES[kind]}：${when}${time}，${where}`, `参加部门：${names}`)
    },
    'resolution-recorded': ({ body }) => {
      const name = String(body['name'])
      const what =
        body['kind'] === 'opinion'
          ? `${name}意见：${VERDICT_NAMES[body['verdict'] as Verdict]}`
          : `交${name}办理`
      return told(`会议议定：${what}`)
    },
    'task-given': ({ body }) =>
      told(`交办${String(body['name'])}一项`, body['blocking'] === true ? '办完才能作决定' : ''),
    'meeting-held': () => told('会议结束，形成会议纪要'),
    'meeting-cancelled': ({ body }, { open }) => told('会议取消', String(open(body['reason']) ?? '')),
    'task-completed': ({ body }, { open }) =>
      told(`${String(body['name'])}办结交办事项`, String(open(body['text']) ?? '')),
    'task-dropped': ({ body }, { open }) =>
      told(`取消交${String(body['name'])}的事项`, String(open(body['reason']) ?? '')),
    'task-overdue': ({ body }) => told(`${(body['names'] as string[]).join('、')}的交办事项逾期没有办完`),
  },
}
