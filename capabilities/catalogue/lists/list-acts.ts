import { Type as T } from 'typebox'
import { isRefusal, refusal, type Refusal } from '#engine/refusal.ts'
import { bookAct, field, record, type BookAct, type BookState } from '#capabilities/books/model.ts'
import type { ListLine } from './line.ts'
import { firstDayOf, Notice, type ListVersion } from './model/version.ts'
import { firstFault, lastPublished, USUAL_PUT, type ListKnown, type ListSpec } from './spec.ts'

export const statesOf = ({ writes, approves }: ListSpec): Readonly<Record<string, BookState>> => ({
  draft: { title: '编制中', waits: writes },
  submitted: { title: '待审定', waits: approves },
  approved: { title: '已审定，未公布', waits: approves },
  published: { title: '已公布', stands: true, tone: 'good' },
  withdrawn: { title: '已废止', final: true, tone: 'bad' },
})

const act = bookAct<ListVersion, ListKnown>()

const START = { previous: '接着上一版改', catalogue: '按事项库重新生成' } as const

const same = <A extends string>(name: A, title: string) => ({ name, title, past: title })

/** How a version comes to be, line by line, and becomes public. */
export function listActs(spec: ListSpec): BookAct<ListVersion, ListKnown>[] {
  return [...drafting(spec), ...deciding(spec), ...publishing(spec)]
}

function drafting(spec: ListSpec): BookAct<ListVersion, ListKnown>[] {
  const by = spec.writes
  return [
    act({
      ...{ ...same('draft', '起草新版'), tone: 'primary' as const, from: [], to: ['draft'], by },
      input: record({
        title: field.text('清单名称', { most: 120 }),
        from: field.day('施行日期'),
        start: field.choice('从哪里开始', START),
      }),
      refuse: ({ input, world: { known } }) => {
        const last = lastPublished(known.versions)
        return last && input.from < firstDayOf(last)
          ? refusal('list-from-before-last', { facts: { day: firstDayOf(last), no: last.no } })
          : undefined
      },
      sets: ({ input: { title, from, start }, world: { known } }) => {
        const last = lastPublished(known.versions)
        const lines = start === 'previous' && last ? last.lines : known.derived
        return { title, from, lines: [...lines], no: numberOf(known) }
      },
    }),
    act({
      ...{ ...same('put', '增加或改写目录行'), from: ['draft'], to: 'same' as const, by },
      input: spec.put?.input ?? record(USUAL_PUT),
      refuse: ({ input, world: { known } }) => {
        const put = putLines(spec, input, known)
        return isRefusal(put) ? put : put.map((line) => spec.lineFault?.(line, known)).find((fault) => fault)
      },
      sets: ({ dossier, input, world: { known } }) => {
        const put = putLines(spec, input, known)
        return isRefusal(put) ? {} : { lines: merged(dossier.body.lines, put) }
      },
    }),
    act({
      ...{
        ...same('take-out', '删除目录行'),
        from: ['draft'],
        to: 'same' as const,
        by,
        tone: 'danger' as const,
      },
      input: record({
        lines: field.several(T.String({ minLength: 1, maxLength: 80 }), '目录行'),
        reason: field.text('原因', { least: 4 }),
      }),
      refuse: ({ dossier, input }) => {
        const known = new Set(dossier.body.lines.map(({ key }) => key))
        const line = input.lines.find((key) => !known.has(key))
        return line === undefined ? undefined : refusal('list-line-unknown', { facts: { line } })
      },
      sets: ({ dossier, input }) => ({
        lines: dossier.body.lines.filter(({ key }) => !input.lines.includes(key)),
      }),
    }),
    act({
      ...{ ...same('refresh', '按事项库更新'), from: ['draft'], to: 'same' as const, by },
      help: '事项库里没有的目录行删去，新增的补上；已经填写的进驻方式、来源和说明保留。',
      input: record({}),
      sets: ({ dossier, world: { known } }) => ({ lines: refreshed(dossier.body.lines, known.derived) }),
    }),
    act({
      ...{ ...same('submit', '提交审定'), from: ['draft'], to: ['submitted'], by, tone: 'primary' as const },
      input: record({}),
      refuse: ({ dossier, world: { known } }) => firstFault(spec, dossier.body.lines, known),
    }),
  ]
}

function deciding({ approves, writes }: ListSpec): BookAct<ListVersion, ListKnown>[] {
  return [
    act({
      ...{ ...same('return', '退回修改'), past: '退回', from: ['submitted'], to: ['draft'], by: approves },
      ...{ judges: true, input: record({ reason: field.text('退回意见', { least: 4 }) }) },
    }),
    act({
      ...{ ...same('approve', '审定'), from: ['submitted'], to: ['approved'], by: approves },
      ...{ otherHand: true, tone: 'primary' as const },
      input: record({ approvalNo: field.optional(field.text('审定文号', { most: 60 })) }),
      sets: ({ input }) => input,
    }),
    act({
      ...{ ...same('give-up', '不再编制'), from: ['draft', 'submitted', 'approved'], to: ['withdrawn'] },
      ...{ by: [...writes, ...approves], tone: 'danger' as const },
      input: record({ reason: field.text('原因', { least: 4 }) }),
    }),
  ]
}

function publishing({ approves, writes, explains }: ListSpec): BookAct<ListVersion, ListKnown>[] {
  const lawful = 'BS-2.1-07'
  return [
    act({
      ...{
        ...same('announce', '登记公告并公布'),
        past: '公布',
        from: ['approved'],
        to: ['published'],
        by: approves,
      },
      ...{ tone: 'primary' as const, lawful, input: Notice },
      help: '清单以公告为公布：没有公告日期、渠道和文号的版本一直是“未公布”。',
      refuse: ({ input, world }) => inFuture(input.on, world.today),
      sets: ({ input: { on, ...notice } }) => ({ announcedOn: on, ...notice }),
    }),
    act({
      ...{
        ...same('announce-handbook', '登记受理手册公告'),
        from: ['published'],
        to: 'same' as const,
        by: approves,
      },
      ...{ lawful, input: Notice },
      refuse: ({ input, world }) => inFuture(input.on, world.today),
      sets: ({ input: { on, channel, documentNo, link } }) => ({
        ...{ handbookOn: on, handbookChannel: channel, handbookNo: documentNo },
        ...(link === undefined ? {} : { handbookLink: link }),
      }),
    }),
    ...(explains ? [explaining(writes)] : []),
    act({
      ...{ ...same('withdraw', '废止'), from: ['published'], to: ['withdrawn'], by: approves },
      ...{ tone: 'danger' as const, input: record({ reason: field.text('原因和文号', { least: 4 }) }) },
    }),
  ]
}

/** A line that stays as it is although the list above has changed says why; the next change above asks again. */
const explaining = (by: ListSpec['writes']) =>
  act({
    ...{ ...same('explain', '说明保留原因'), from: ['published'], to: 'same' as const, by },
    lawful: 'LC-3.4-12',
    input: record({
      line: field.text('目录行', { most: 80 }),
      reason: field.text('原因', { least: 4, most: 300 }),
    }),
    sets: ({ dossier, input: { line, reason }, world: { known } }) => {
      const rest = (dossier.body.explained ?? []).filter((each) => each.line !== line)
      return { explained: [...rest, { line, reason, against: known.tied?.no ?? 0 }] }
    },
  })

const inFuture = (on: string, today: string): Refusal | undefined =>
  on > today ? refusal('list-notice-in-future', { facts: { day: on } }) : undefined

/** One after the last that was made public; two drafts of one number refuse each other. */
const numberOf = ({ versions }: ListKnown): number =>
  Math.max(0, ...versions.flatMap(({ announcedOn, no }) => (announcedOn === undefined ? [] : [no]))) + 1

function putLines(
  { put }: ListSpec,
  input: Readonly<Record<string, unknown>>,
  known: ListKnown,
): ListLine[] | Refusal {
  if (put) return put.lines(input, known)
  const { items, ...said } = input as { items: string[] } & Partial<ListLine>
  const lines: ListLine[] = []
  for (const id of items) {
    const derived = known.candidates.find(({ key, item }) => (item ?? key) === id)
    if (derived === undefined) return refusal('list-line-not-in-catalogue', { facts: { item: id } })
    lines.push({ ...derived, ...said })
  }
  return lines
}

function merged(lines: readonly ListLine[], put: readonly ListLine[]): ListLine[] {
  const fresh = new Map(put.map((line) => [line.key, line]))
  const kept = lines.map((line) => fresh.get(line.key) ?? line)
  const known = new Set(lines.map(({ key }) => key))
  return [...kept, ...put.filter(({ key }) => !known.has(key))]
}

function refreshed(lines: readonly ListLine[], derived: readonly ListLine[]): ListLine[] {
  const said = new Map(lines.map((line) => [line.key, line]))
  return derived.map((line) => {
    const { mode, origin, approval, note } = said.get(line.key) ?? line
    return {
      ...line,
      ...(mode === undefined ? {} : { mode }),
      ...(origin === undefined ? {} : { origin }),
      ...(approval === undefined ? {} : { approval }),
      ...(note === undefined ? {} : { note }),
    }
  })
}
