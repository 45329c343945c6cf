import { mendWords } from '../../error-summary/words.ts'

/** A paper that has come in is not to be mended any more: its sentence goes, and the summary with the last of its lines. */
export function mended(paper: Element | null): void {
  const wrong = [paper, ...(paper?.querySelectorAll('.field-wrong') ?? [])]
  for (const box of wrong) box?.classList.remove('field-wrong')
  for (const said of paper?.querySelectorAll('.field-error') ?? []) said.remove()
  for (const input of paper?.querySelectorAll('[aria-invalid]') ?? []) {
    input.removeAttribute('aria-invalid')
    input.removeAttribute('aria-describedby')
  }
  const summary = document.querySelector('.error-summary')
  for (const link of summary?.querySelectorAll('a') ?? [])
    if (paper?.contains(document.getElementById(link.hash.slice(1)))) link.closest('li')?.remove()
  const left = summary?.querySelectorAll('li').length ?? 0
  if (summary && left > 0) summary.querySelector('h2')!.textContent = mendWords.count(left)
  else if (summary) {
    summary.remove()
    document.title = document.title.replace(mendWords.title, '')
  }
}
