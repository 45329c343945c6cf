import type { ChapterWords } from '../chapter-words.ts'
import type { Handler } from './dossier.ts'

export const handlingWords: ChapterWords = {
  refusals: {},
  told: {
    'handler-changed': ({ body }) => {
      const { name, place, phone } = body['to'] as Handler
      return {
        text: `改由${name}承办`,
        details: [`请到${place}办理、咨询，电话${phone}`, '决定机关和办理期限不变'],
      }
    },
  },
}
