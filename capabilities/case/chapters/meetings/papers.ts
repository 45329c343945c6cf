import { due } from '#engine/clock/clock.ts'
import { day } from '#ui/format/day.ts'
import type { PaperSource } from '../../papers/paper-source.ts'
import type { ChapterPapers } from '../chapter-paper.ts'
import { VERDICT_NAMES } from '../joint/dossier.ts'
import { clockOfTask, MEETING_NAMES, meetingsOf, tasksOf, type Meeting } from './dossier.ts'

/** Who is called where and why (会议通知), and what came of it (会议纪要). */
export const meetingsPapers: ChapterPapers = {
  papers: {
    'meeting-notice': {
      fact: 'meeting-called',
      title: '会议通知',
      seal: 'decision',
      internal: true,
      compose: (source: PaperSource<{ meeting: Meeting }>) => {
        const meeting = meetingOf(source, source.fact.body.meeting.id)
        const kind = MEETING_NAMES[meeting.kind]
        return {
          kind: 'notice',
          addressee: meeting.participants.map(({ name }) => name).join('、'),
          paragraphs: [
            `为办理“${source.item.name}”（办件编号：${source.dossier.no}），本机关定于${day(meeting.day)}${meeting.time}召开${kind}，请你单位派能够代表本单位表态的人员参加。`,
            `要解决的问题：${source.open<string>(meeting.question)}`,
          ],
          facts: [{ name: meeting.online ? '网上会议' : '会议地点', value: meeting.where }],
          closing: '特此通知。',
        }
      },
    },
    'meeting-minutes': {
      fact: 'meeting-held',
      title: '会议纪要',
      seal: 'decision',
      internal: true,
      compose: minutes,
    },
  },
}

function minutes(source: PaperSource<{ meeting: string }>) {
  const { fact, open } = source
  const meeting = meetingOf(source, fact.body.meeting)
  const { participants, held, resolutions, question } = meeting
  const here = participants.filter(({ body }) => held!.came.includes(body)).map(({ name }) => name)
  const away = participants.filter(({ body }) => !held!.came.includes(body)).map(({ name }) => name)
  return {
    kind: 'notice' as const,
    addressee: participants.map(({ name }) => name).join('、'),
    paragraphs: [
      `${day(meeting.day)}${meeting.time}，本机关召开${MEETING_NAMES[meeting.kind]}。到会：${here.join('、') || '无'}。${away.length > 0 ? `未到会：${away.join('、')}。` : ''}`,
      `议题：${open<string>(question)}`,
      `会议情况：${open<string>(held!.minutes)}`,
      '议定事项：',
    ],
    table: {
      columns: [2, 3, 5],
      head: ['类别', '部门', '内容'],
      rows: resolutions.map((line) => [
        line.kind === 'opinion'
          ? `意见：${VERDICT_NAMES[line.verdict]}`
          : `交办${taskDay(source, line.task)}`,
        ...[line.name, open<string>(line.text)],
      ]),
    },
    facts: [{ name: meeting.online ? '网上会议' : '会议地点', value: meeting.where }],
    closing: '请按议定事项办理。',
  }
}

/** The last day of a task, as it stands when the minutes go out. */
function taskDay({ dossier, calendar }: PaperSource<unknown>, id: string): string {
  const task = tasksOf(dossier).find((one) => one.id === id)
  const clock = task && dossier.clocks[clockOfTask(task)]
  const last = clock && due(clock, calendar).day
  return last === undefined ? '' : `（${day(last)}前）`
}

function meetingOf({ dossier }: PaperSource<unknown>, id: string): Meeting {
  const found = meetingsOf(dossier).find((meeting) => meeting.id === id)
  if (found === undefined) throw new Error(`${dossier.no} has no meeting ${id}`)
  return found
}
