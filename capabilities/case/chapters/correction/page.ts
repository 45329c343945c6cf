import { chineseDay } from '#engine/clock/explain.ts'
import type { ChapterPage } from '../chapter-page.ts'
import type { CorrectionText } from './dossier.ts'
import { CONFIRMED } from './words.ts'

/** What the form said before and says now, for both sides. */
export const correctionPage: ChapterPage = {
  parts: ({ dossier: { corrections = [] }, open }) =>
    corrections.length === 0
      ? []
      : [
          {
            key: 'corrections',
            title: '当场更正',
            lines: [],
            facts: corrections.map(({ text, how, by }) => {
              const { label, before, after } = (open(text) ?? {}) as Partial<CorrectionText>
              return {
                label: label ?? '',
                text: `原为“${before ?? ''}”，${chineseDay(by.day)}更正为“${after ?? ''}”（${CONFIRMED[how]}）`,
              }
            }),
          },
        ],
}
