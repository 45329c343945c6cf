/** Below this lies what was typed for a change and not saved. */
export const keptPath = (id: string): string => `item-change-draft/${id}/`
