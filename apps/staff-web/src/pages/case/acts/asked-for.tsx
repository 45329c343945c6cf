import type { CaseDetail } from '#capabilities/case/contract.ts'
import { FormAnswers } from '../form-answers.tsx'
import { actWords as words } from './words.ts'

/** What was applied for, in sight of whoever grants it; who applies stands on the page. */
export function AskedFor({ answers }: { answers: CaseDetail['form'] }) {
  const asked = answers.filter(({ section = '' }) => !ABOUT_PEOPLE.test(section))
  if (asked.length === 0) return null
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
    <div className="asked-for" tabIndex={0} role="region" aria-label={words.askedFor}>
      <h3>{words.askedFor}</h3>
      <FormAnswers answers={asked} />
    </div>
  )
}

const ABOUT_PEOPLE = /^(?:申请|代办|经办)/u
