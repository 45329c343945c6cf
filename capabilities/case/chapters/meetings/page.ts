import { due } from '#engine/clock/clock.ts'
import { day } from '#ui/format/day.ts'
import type { DetailPart } from '../../contract/detail-part.ts'
import type { About, ChapterPage } from '../chapter-page.ts'
import { VERDICT_NAMES } from '../joint/dossier.ts'
import { clockOfTask, MEETING_NAMES, meetingsOf, tasksOf, type Meeting, type Task } from './dossier.ts'

/** Meetings and what they gave people to do. The applicant reads when, who and what comes of it, not who said what. */
export const meetingsPage: ChapterPage = {
  parts: (about) => [
    ...meetingsOf(about.dossier).map((meeting) => meetingPart(meeting, about)),
    ...tasksPart(about),
  ],
}

function meetingPart(meeting: Meeting, { open, own }: About): DetailPart {
  const { id, kind, time, where, online, participants, held, cancelled, resolutions, question } = meeting
  const came = participants.filter(({ body }) => held?.came.includes(body)).map(({ name }) => name)
  return {
    key: `meeting-${id}`,
    title: `${MEETING_NAMES[kind]} ${day(meeting.day)}${time}`,
    tag: cancelled
      ? { text: '已取消', tone: 'plain' }
      : held
        ? { text: '已召开', tone: 'good' }
        : { text: '已召集', tone: 'blue' },
    lines: own ? [] : [`议题：${String(open(question) ?? '')}`],
    facts: [
      { label: online ? '网上会议' : '地点', text: where },
      { label: '参加部门', text: participants.map(({ name }) => name).join('、') },
      ...(held ? [{ label: '到会', text: came.join('、') || '无' }] : []),
      ...(held && !own ? [{ label: '会议情况', text: String(open(held.minutes) ?? '') }] : []),
      ...(cancelled ? [{ label: '取消原因', text: String(open(cancelled.reason) ?? '') }] : []),
    ],
    ...(resolutions.length > 0 && !own
      ? {
          table: {
            head: ['议定事项', '部门', '内容'],
            rows: resolutions.map((line) => [
              line.kind === 'opinion' ? `意见：${VERDICT_NAMES[line.verdict]}` : '交办',
              ...[line.name, String(open(line.text) ?? '')],
            ]),
          },
        }
      : {}),
  }
}

function tasksPart({ dossier, calendar, open }: About): DetailPart[] {
  const tasks = tasksOf(dossier).filter(({ dropped }) => dropped === undefined)
  if (tasks.length === 0) return []
  const late = tasks.filter(({ done, overdueAt }) => done === undefined && overdueAt !== undefined).length
  const left = tasks.filter(({ done }) => done === undefined).length
  return [
    {
      key: 'tasks',
      title: '会议交办事项',
      tag:
        late > 0
          ? { text: `${late}项逾期`, tone: 'bad' }
          : left > 0
            ? { text: `${left}项在办`, tone: 'blue' }
            : { text: '都已办结', tone: 'good' },
      lines: [],
      table: {
        head: ['承办部门', '事项', '期限', '结果'],
        rows: tasks.map((task) => {
          const clock = dossier.clocks[clockOfTask(task)]
          const last = clock && due(clock, calendar).day
          const what = `${String(open(task.what) ?? '')}${task.blocking ? '（办完才能作决定）' : ''}`
          return [task.name, what, last === undefined ? '' : day(last), resultOf(task, open)]
        }),
      },
    },
  ]
}

function resultOf({ done, overdueAt }: Task, open: About['open']): string {
  if (done) return `已办结：${String(open(done.text) ?? '')}`
  return overdueAt === undefined ? '在办' : '逾期未办结'
}
