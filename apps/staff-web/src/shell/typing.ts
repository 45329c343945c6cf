/** Somebody is writing: whatever key is pressed there is a character and no command. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest(WRITTEN_IN) !== null
}

/** A dialog has keys of its own, and those of the page behind it rest. */
export function inDialog(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role=dialog]') !== null
}

const WRITTEN_IN =
  'textarea, select, [contenteditable], [role=combobox], input:not([type=radio], [type=checkbox], [type=button])'
