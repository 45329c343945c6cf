import { openQuestions, unansweredObjections } from '#capabilities/case/chapters/joint/dossier.ts'
import { LANE_SERVICES, openLane } from '#capabilities/case/chapters/fast-lane/dossier.ts'
import { openMeeting, openTasks } from '#capabilities/case/chapters/meetings/dossier.ts'
import type { CaseDossier } from '#capabilities/case/model.ts'
import type { Run } from '../run.ts'
import { decided, officers, type Around, type Attempt } from './attempt.ts'

const question = '该事项是否符合本部门管理要求？'
const reason = '有关情况已经另行核实清楚。'

const isExamined = ({ state }: CaseDossier): boolean => state === 'accepted' || state === 'reviewed'
const isAsking = (dossier: CaseDossier): boolean => isExamined(dossier) && openQuestions(dossier).length > 0
const overdue = (dossier: CaseDossier) =>
  openQuestions(dossier).filter(({ overdueAt }) => overdueAt !== undefined)

/** Results of the same person's other cases that have run out, as the act would call them. */
async function expiredResults({ run, known }: Around): Promise<string[]> {
  const { town, journal } = run
  const rows = await town.truth.query<{ no: string }>(EXPIRED, [town.area])
  const over = new Set(rows.map(({ no }) => no))
  return journal.cases
    .filter((other) => other.citizen === known.citizen && over.has(other.no))
    .flatMap(({ dossier }) => dossier?.papers.filter(({ kind }) => kind === 'grant') ?? [])
    .map(({ id }) => `r-${id}`)
}

const otherBody = ({ items }: Run): string =>
  items.find(({ item }) => item.decidingBody.kind === 'body')!.item.decidingBody.body!

/** Services of the fast lane that somebody has called finished. */
const finished = (dossier: CaseDossier) =>
  LANE_SERVICES.filter((service) => openLane(dossier)?.services[service].finished !== undefined)

const EXPIRED = `SELECT case_no AS no FROM licence_seal.licence WHERE area_code = $1 AND state = 'expired'`

/** Several departments: opinions, meetings, tasks, projects, results of others. */
export const ABOUT_OTHERS: readonly Attempt[] = [
  {
    ...{ code: 'body-unknown', act: 'ask-opinions', when: isExamined },
    fill: () => ({ bodies: ['no-such-body'], question }),
  },
  {
    ...{ code: 'opinion-asked-already', act: 'ask-opinions', when: isAsking },
    fill: ({ dossier }) => ({ bodies: openQuestions(dossier).map(({ body }) => body), question }),
  },
  {
    ...{ code: 'opinion-limit-too-long', act: 'ask-opinions', when: isExamined },
    fill: (_asked, { run }) => ({ bodies: [otherBody(run)], question, workingDays: 30 }),
  },
  {
    ...{ code: 'opinion-not-asked', act: 'withdraw-question', when: isAsking },
    fill: () => ({ body: 'no-such-body', reason }),
  },
  {
    ...{ code: 'opinion-not-overdue', act: 'decide-without' },
    when: (dossier) =>
      isAsking(dossier) &&
      overdue(dossier).length > 0 &&
      overdue(dossier).length < openQuestions(dossier).length,
    fill: ({ dossier }) => ({
      ...{ body: openQuestions(dossier).find(({ overdueAt }) => overdueAt === undefined)!.body, reason },
    }),
  },
  decided('opinions-missing', (dossier) => openQuestions(dossier).length > 0),
  decided('objection-unanswered', (dossier) => unansweredObjections(dossier).length > 0),
  {
    ...{ code: 'joint-review-too-early', act: 'call-meeting' },
    when: (dossier) => dossier.procedure !== 'approval' && isExamined(dossier) && !openMeeting(dossier),
    fill: (_asked, { run }) => ({
      ...{ kind: 'joint-review', time: '09:30', where: '示例会议室', bodies: [otherBody(run)], question },
    }),
  },
  {
    ...{ code: 'meeting-not-begun', act: 'hold-meeting' },
    when: (dossier, { today }) => (openMeeting(dossier)?.day ?? '') > today,
    fill: () => ({ came: [], minutes: '会议情况记录在案。' }),
  },
  {
    ...{ code: 'not-at-the-meeting', act: 'hold-meeting' },
    when: (dossier) => (openMeeting(dossier)?.resolutions.length ?? 0) > 0,
    fill: () => ({ came: ['no-such-body'], minutes: '会议情况记录在案。' }),
  },
  {
    ...{ code: 'speaker-absent', act: 'hold-meeting' },
    when: (dossier, { today }) => {
      const meeting = openMeeting(dossier)
      return (
        meeting !== undefined &&
        meeting.day <= today &&
        meeting.resolutions.some(({ kind }) => kind === 'opinion')
      )
    },
    fill: () => ({ came: [], minutes: '会议情况记录在案。' }),
  },
  decided('meeting-pending', (dossier) => openMeeting(dossier)?.kind === 'joint-review'),
  decided('tasks-open', (dossier) => openTasks(dossier).some(({ blocking }) => blocking)),
  {
    ...{ code: 'task-unknown', act: 'drop-task', when: (dossier) => openTasks(dossier).length > 0 },
    fill: () => ({ task: '00000000-0000-7000-8000-000000000000', reason }),
  },
  {
    ...{ code: 'service-finished', act: 'record-service', when: (dossier) => finished(dossier).length > 0 },
    fill: ({ dossier }) => ({ service: finished(dossier)[0]!, text: '已经办理。' }),
  },
  {
    ...{ code: 'contact-unknown', act: 'open-fast-lane', when: (dossier) => openLane(dossier) === undefined },
    fill: () => ({
      ...{
        project: '2020-370304-48-03-012345',
        name: '示例项目',
        post: 'post-of-nobody',
        phone: '19900000000',
      },
    }),
  },
  {
    ...{ code: 'result-expired', act: 'take-over-result' },
    when: ({ state }, { known }) => state === 'received' && known.citizen !== undefined,
    who: async (around, dossier) =>
      (await expiredResults(around)).length > 0
        ? officers(
            around,
            ({ roles, place }) => roles.includes('window-clerk') && place === dossier.acceptPlace,
          )
        : [],
    fill: async ({ detail }, around) => ({
      ...{ material: detail.materials[0]?.id ?? 'any', from: (await expiredResults(around))[0]! },
    }),
  },
  {
    ...{ code: 'taken-over-already', act: 'take-over-result' },
    when: ({ state, linked = [] }) => state === 'received' && linked.length > 0,
    fill: ({ dossier }) => {
      const [first] = dossier.linked!
      return {
        material: first!.material,
        from: `${first!.source.kind === 'result' ? 'r' : 'f'}-${first!.file}`,
      }
    },
  },
]
