import { longDay } from '#ui/format/day.ts'
import type { ChapterPage } from '../chapter-page.ts'
import { ABOUT_TITLES } from './words.ts'

/** Which licence an application is about, for citizen and office alike. */
export const licencesPage: ChapterPage = {
  parts({ dossier: { about }, item }) {
    if (about === undefined) return []
    const { kind, number, name, validUntil, inTime } = about
    const variant = item.lifecycle?.[kind]
    return [
      {
        key: 'about-licence',
        title: `申请${ABOUT_TITLES[kind]}的证照`,
        lines: [
          ...(kind === 'renew' && inTime && validUntil !== undefined
            ? [`有效期届满前（${longDay(validUntil)}以前）作出决定；没有作出的，依法视为准予延续。`]
            : []),
          ...(variant === undefined ? [] : [`依据：${variant.basis}`]),
        ],
        facts: [
          { label: '证照', text: name },
          { label: '编号', text: number },
          ...(validUntil === undefined ? [] : [{ label: '有效期至', text: longDay(validUntil) }]),
        ],
      },
    ]
  },
}
