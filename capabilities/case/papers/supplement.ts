import { legalDay } from '#engine/day.ts'
import type { SupplementLine } from '../contract.ts'
import type { LaterNotice, NamedProblem, SupplementData } from '../documents/paper-data.ts'
import { samePoint, type Notice, type Supplement } from '../model/supplement.ts'
import { NEW_POINT_GROUND_TITLES } from '../words/supplement.ts'
import { common, type PaperSource } from './paper-source.ts'
import { dueDay } from './due-day.ts'
import { nameOf } from './of-item.ts'

/** The notice as its fact served it; a later one sets apart what it repeats and what the applicant's new papers raised. */
export function supplement(source: PaperSource): SupplementData {
  const { dossier, item, place, fact } = source
  const { lines: sealed, round = 1 } = fact.body['supplement'] as Supplement
  const lines = source.open<SupplementLine[]>(sealed)
  const named = new Set(lines.map((line) => line.material))
  const notices = round > 1 ? noticesBefore(dossier.supplement!, round) : []
  const before = notices.flatMap((notice) => source.open<SupplementLine[]>(notice.lines))
  const again = lines.filter((line) => !line.raised && before.some((one) => samePoint(one, line)))
  const raised = lines.filter((line) => line.raised)
  const firstNamed = lines.filter((line) => !again.includes(line) && !raised.includes(line))
  return {
    kind: 'supplement',
    ...common(source),
    filedOn: dossier.firstReceivedOn,
    problems: firstNamed.map((line) => problem(source, line)),
    ...(notices.length === 0 ? {} : { later: later(source, notices, again, raised) }),
    received: item.materials
      .filter(({ id }) => !named.has(id) && dossier.materials[id]?.verdict === 'ok')
      .map(({ name }) => name),
    dueOn: dueDay(source, 'supplement') ?? legalDay(fact.at),
    submitAt: `${source.publicUrl}/my，或${place.name}任一窗口（${place.address}）`,
    ifMissed: '逾期未补正的，视为撤回申请，可以重新提出申请。',
  }
}

/** The notices served before the how-manieth, though others may have followed since. */
function noticesBefore(supplement: Supplement, round: number): readonly Notice[] {
  return [...(supplement.earlier ?? []), supplement].slice(0, round - 1)
}

function later(
  source: PaperSource,
  notices: readonly Notice[],
  again: readonly SupplementLine[],
  raised: readonly SupplementLine[],
): LaterNotice {
  const { dossier, item } = source
  const last = notices.at(-1)!.noticeId
  const suppliedOn = dossier.supplement?.supplied?.find(({ noticeId }) => noticeId === last)?.on
  return {
    round: notices.length + 1,
    firstOn: notices[0]!.servedOn,
    ...(suppliedOn === undefined ? {} : { suppliedOn }),
    again: again.map((line) => problem(source, line)),
    raised: raised.map((line) => ({
      ...problem(source, line),
      by: nameOf(item, line.raised!.by),
      why: `${NEW_POINT_GROUND_TITLES[line.raised!.ground]}：${line.raised!.why.trim()}`,
    })),
  }
}

function problem({ item }: PaperSource, line: SupplementLine): NamedProblem {
  return {
    material: nameOf(item, line.material),
    problem: line.still ? `${line.problem}（仍未补正：${line.still.trim()}）` : line.problem,
    remedy: line.remedy,
    basis: line.basis ?? '服务指南申请材料目录',
  }
}
