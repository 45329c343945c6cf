import { chineseDay } from '#engine/clock/explain.ts'
import type { CaseDossier } from '../../model/dossier.ts'

/** What the decision says of the hearing it rests on (根据听证笔录作出决定, 第四十八条第二款). */
export function heardAt({ hearing }: CaseDossier, open: (sealed: string) => unknown): string | undefined {
  if (hearing?.held === undefined || hearing.over === undefined) return undefined
  const weighed = hearing.weighed ? String(open(hearing.weighed.text) ?? '').trim() : ''
  const ended = weighed === '' || /[。！？]$/u.test(weighed) ? weighed : `${weighed}。`
  return `本机关于${chineseDay(hearing.over.on)}举行了听证，并根据听证笔录作出本决定。${ended}`
}
