import { choice, lines, optional, several, text, yesNo, type PartForm } from '../field.ts'
import { fieldWords as words } from '../field-words.ts'

/** 基本情况: what it is called, for whom, and its codes. */
export const names = (): PartForm => ({
  fields: [
    text('/name', words.name, 200),
    { ...lines('/aliases', words.aliases, false), hint: words.aliasesHint },
    text('/summary', words.summary, 300),
    several('/serves', words.serves, words.servesKinds),
    choice('/ownerTier', words.ownerTier, words.ownerTiers),
    several('/useLevels', words.useLevels, words.levels),
    text('/codes/catalogCode', words.catalogCode, 12, { hint: words.catalogHint }),
    text('/codes/taskCode', words.taskCode, 31, { ...optional, hint: words.taskHint }),
    text('/codes/legacyCode', words.legacyCode, 50, optional),
    yesNo('/codes/verified', words.codesVerified),
    text('/source', words.itemSource, 500),
  ],
  lines: [],
})
