export const ASKED_ID = 'asked'

/** Where the keyboard goes on: to the button of an act, else to the next one, else to what is asked. */
export function focusAsked(act?: string): void {
  const section = document.getElementById(ASKED_ID)
  const buttons = [...(section?.querySelectorAll<HTMLElement>('[data-act]') ?? [])]
  const button = buttons.find(({ dataset }) => dataset['act'] === act) ?? buttons[0]
  ;(button ?? section?.querySelector<HTMLElement>('h2'))?.focus()
}

/** After an act: the heading, so that what is now the case is heard first, and one Enter too many does nothing. */
export function focusAskedHeading(): void {
  const heading = document.getElementById(ASKED_ID)?.querySelector<HTMLElement>('h2')
  ;(heading ?? document.querySelector<HTMLElement>('h1'))?.focus()
}
