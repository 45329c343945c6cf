import { domainTitles } from '#capabilities/catalogue/contract/domains.ts'
import { FIRM_THEMES, PERSON_THEMES } from '#capabilities/catalogue/contract/themes.ts'
import { choice, lines, optional, rare, several, text, yesNo, type PartForm } from '../field.ts'
import { newItemWords } from '../dialog-words.ts'
import { fieldWords as words } from '../field-words.ts'
import { moreWords } from './words.ts'

/** 基本情况: what it is called, for whom, and its codes. */
export const names = (): PartForm => ({
  fields: [
    text('/name', words.name, 200),
    { ...lines('/aliases', words.aliases, false), hint: words.aliasesHint },
    text('/summary', words.summary, 300),
    several('/serves', words.serves, words.servesKinds),
    choice('/domain', moreWords.domain, domainTitles),
    choice('/itemType', newItemWords.itemType, newItemWords.itemTypes),
    text('/codes/catalogCode', words.catalogCode, 12, { hint: words.catalogHint }),
    text('/codes/taskCode', words.taskCode, 31, { ...optional, hint: words.taskHint }),
    text('/codes/legacyCode', words.legacyCode, 50, optional),
    yesNo('/codes/verified', words.codesVerified),
    text('/source', words.itemSource, 500),
    { ...lines('/topics', moreWords.topics, false), hint: moreWords.topicsHint, rare: true },
    several('/themes/person', moreWords.personThemes, PERSON_THEMES, rare),
    several('/themes/firm', moreWords.firmThemes, FIRM_THEMES, rare),
    {
      ...{ at: '/effectiveTo', label: moreWords.effectiveTo, type: 'date' },
      ...{ ...rare, hint: moreWords.effectiveToHint },
    },
    { ...lines('/unverified', moreWords.unverified, false), hint: moreWords.unverifiedHint, rare: true },
  ],
  lines: [],
})
