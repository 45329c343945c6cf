/** Below this lies whatever was typed for a case and not sent. */
export function keptPath(no: string): string {
  return `case/${no}/`
}

/** The name an act is kept under: both endings of the checklist come from one look at the papers. */
export function keptMatter(act: string): string {
  return act === 'notify-supplement' ? 'accept' : act
}
