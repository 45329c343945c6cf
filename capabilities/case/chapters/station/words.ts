import type { ChapterWords } from '../chapter-words.ts'

export const stationWords: ChapterWords = {
  roles: { 'village-agent': '代办员' },
  told: {},
}
